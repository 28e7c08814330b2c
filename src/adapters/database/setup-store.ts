import type { Ids } from '../../core/ids.ts'
import type { SetupStore } from '../../features/setup/setup-store.ts'
import type { Db } from './client.ts'
import { createPeopleStore } from './people-store.ts'

/** Schools, classes and staff as they are set up. */
export function createSetupStore(db: Db, ids: Pick<Ids, 'uuid'>): SetupStore {
  const people = createPeopleStore(db, ids)
  return {
    async addSchool({ name, place, demo, now }) {
      const { id } = await db.school.create({ data: { id: ids.uuid(), name, place, demo, createdAt: now } })
      return await people.school(id)
    },
    async findSchools(idOrName) {
      const all = await people.schools()
      const wanted = idOrName.normalize('NFC').toLowerCase()
      const exact = all.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
      return exact.length > 0 ? exact : all.filter(({ name }) => name.toLowerCase().includes(wanted))
    },
    async putClass({ schoolId, code, name, age, children }) {
      const data = { name, ageGroup: age, active: true }
      const key = { schoolId_code: { schoolId, code } }
      const { id } = await db.class.upsert({ where: key, create: { id: ids.uuid(), schoolId, code, ...data }, update: data })
      await db.child.updateMany({
        where: { schoolId, classId: id, rosterName: { notIn: [...children] } },
        data: { active: false },
      })
      await db.child.updateMany({ where: { schoolId, classId: id, rosterName: { in: [...children] } }, data: { active: true } })
      await db.child.createMany({
        data: children.map((rosterName) => ({ id: ids.uuid(), schoolId, classId: id, rosterName })),
        skipDuplicates: true,
      })
      return id
    },
    async addStaff({ schoolId, role, name, classCodes, now }) {
      const classes = await db.class.findMany({ where: { schoolId, active: true, code: { in: [...classCodes] } } })
      const missing = classCodes.filter((code) => !classes.some((one) => one.code === code))
      if (missing.length > 0) return { kind: 'no_such_class', codes: missing }
      const { id } = await db.person.create({
        data: {
          id: ids.uuid(),
          schoolId,
          role,
          name,
          createdAt: now,
          classes: { create: classes.map((one) => ({ classId: one.id, schoolId })) },
        },
      })
      return { kind: 'added', personId: id }
    },
  }
}
