import { schoolDayOf, schoolTimeOf, writtenDay } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { childrenMeant } from './guardian-code.ts'
import { type HashCode, issueInvite, redeemInvite } from './invite.ts'
import type { PeopleStore } from './people-store.ts'
import type { Child, Identity, Person, SchoolClass } from './person.ts'

type Deps = { people: PeopleStore; ids: Ids; hash: HashCode; phrases: Phrases }
type Said = { text: string; choices?: Choice[] }

/** Somebody typed a code, or came with one through a link. No name is said before the code proved right. */
export async function hearCode(
  deps: Deps,
  { identity, code, now }: { identity: Identity; code: string; now: Date },
): Promise<Said> {
  const { people, phrases } = deps
  const language = identity.language
  const redeemed = await redeemInvite(deps, { identity, code, now })
  switch (redeemed.kind) {
    case 'wrong':
      return { text: phrases.text(language, 'people.code_wrong') }
    case 'expired':
      return { text: phrases.text(language, 'people.code_expired') }
    case 'blocked':
      return { text: phrases.text(language, 'people.code_blocked', { time: schoolTimeOf(redeemed.till) }) }
    case 'linked': {
      const school = await people.school(redeemed.schoolId)
      const { purpose } = redeemed
      if (purpose.kind === 'guardian') {
        const classes = await people.classes(school.id)
        const one = classes.find(({ children }) => children.some((child) => child.id === purpose.childId))
        const child = one?.children.find(({ id }) => id === purpose.childId)
        return {
          text: phrases.text(language, 'people.linked_guardian', {
            child: child?.rosterName ?? '',
            class: one?.code ?? '',
            school: school.name,
          }),
        }
      }
      const person = await people.person(school.id, purpose.personId)
      if (person?.role === 'guardian')
        return { text: phrases.text(language, 'people.linked_other_chat', { school: school.name }) }
      const role = phrases.text(language, person?.role === 'teacher' ? 'people.role_teacher' : 'people.role_office')
      return { text: phrases.text(language, 'people.linked_staff', { name: person?.name ?? '', role, school: school.name }) }
    }
  }
}

/** Staff asks for a code to give to a child's guardian: the office for any child of its school, a teacher for her own classes. */
export async function hearCodeRequest(
  deps: Deps,
  { staff, language, rest, now }: { staff: Person; language: Language; rest: string; now: Date },
): Promise<Said> {
  const found = childrenMeant(rest, await visibleClasses(deps.people, staff))
  if (found.length === 0) return { text: deps.phrases.text(language, 'people.guardian_code_none') }
  if (found.length > 1) {
    const choices = found
      .slice(0, 10)
      .map(({ child, one }) => ({ label: `${child.rosterName} – ${one.code}`, value: `code:${child.id}` }))
    return { text: deps.phrases.text(language, 'people.guardian_code_which'), choices }
  }
  return await issue(deps, { staff, language, now, ...found[0]! })
}

/** Staff chose which child the code is for. @param value `code:<child id>` */
export async function hearCodeChoice(
  deps: Deps,
  { staff, language, value, now }: { staff: Person; language: Language; value: string; now: Date },
): Promise<Said> {
  const id = value.slice('code:'.length)
  const all = (await visibleClasses(deps.people, staff)).flatMap((one) => one.children.map((child) => ({ child, one })))
  const meant = all.find(({ child }) => child.id === id)
  if (meant === undefined) return { text: deps.phrases.text(language, 'people.guardian_code_none') }
  return await issue(deps, { staff, language, now, ...meant })
}

function visibleClasses(people: PeopleStore, staff: Person): Promise<SchoolClass[]> {
  return staff.role === 'office' ? people.classes(staff.schoolId) : people.classes(staff.schoolId, staff.classIds)
}

type Issue = { staff: Person; language: Language; now: Date; child: Child; one: SchoolClass }

async function issue(deps: Deps, { staff, language, now, child, one }: Issue): Promise<Said> {
  const { code, expiresAt } = await issueInvite(deps, {
    schoolId: staff.schoolId,
    purpose: { kind: 'guardian', childId: child.id },
    now,
  })
  const day = writtenDay(schoolDayOf(expiresAt)).slice(0, 5)
  return { text: deps.phrases.text(language, 'people.guardian_code', { child: child.rosterName, class: one.code, code, day }) }
}
