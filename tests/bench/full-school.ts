import type { Database } from '../../src/adapters/database/connect.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { largeSchool } from '../support/large-school.ts'

interface Size {
  readonly children: number
  readonly messages: number
  readonly classes: number
  readonly questions: number
  readonly entries: number
  readonly now: Date
}

/** A school in the middle of its morning after months of use: classes, reports, messages of all kinds, questions, answers, a notice. */
export async function fillSchool(database: Database, { children, messages, classes, questions, entries, now }: Size) {
  const { prisma } = database
  const { school } = await largeSchool(database, { now, children })
  const schoolId = school.id
  const at = `'${now.toISOString()}'::timestamptz`
  const id = (what: string, number = 'n') => `md5('${schoolId}/${what}/' || (${number}))::uuid`
  const insert = (into: string, values: string, count: number) =>
    prisma.$executeRawUnsafe(`insert into ${into} select ${values} from generate_series(0, ${count - 1}) n`)
  const ages = `(array['nursery', '3-4', '4-5', '5'])[1 + n % 4]`
  await insert(
    'class (id, school_id, code, name, age_group)',
    `${id('class')}, '${schoolId}', 'L' || n, 'Lớp L' || n, ${ages}`,
    classes,
  )
  await prisma.$executeRawUnsafe(
    `update child set class_id = c.class_id from (select ${id('child')} as id, ${id('class', `n % ${classes}`)} as class_id from generate_series(0, ${children - 1}) n) c where child.id = c.id`,
  )
  await prisma.class.deleteMany({ where: { schoolId, code: 'A1' } })
  await insert(
    'person (id, school_id, role, name, created_at)',
    `${id('teacher')}, '${schoolId}', 'teacher', 'Cô ' || n, ${at}`,
    classes,
  )
  await insert('class_teacher (class_id, person_id, school_id)', `${id('class')}, ${id('teacher')}, '${schoolId}'`, classes)
  await insert(
    'checkin (id, school_id, class_id, day, version)',
    `${id('checkin')}, '${schoolId}', ${id('class')}, '2026-11-23', 1`,
    classes - 4,
  )
  const report = `jsonb_build_object('present', 26, 'total', 29, 'absent', jsonb_build_array(jsonb_build_object('name', 'Bé ' || n, 'reason', 'sick', 'symptoms', jsonb_build_array('fever'), 'temperatureC', 38.5, 'excused', null)), 'illPresent', '[]'::jsonb, 'leftEarly', '[]'::jsonb, 'unnamedAbsent', 2, 'ambiguous', '[]'::jsonb, 'unknownNames', '[]'::jsonb, 'error', null)`
  await insert(
    'checkin_version (checkin_id, version, report, text, person_id, reported_at)',
    `${id('checkin')}, 1, ${report}, 'L' || n || ' 26/29, vắng 3: bé ' || n || ' sốt 38.5', ${id('teacher')}, ${at}`,
    classes - 4,
  )
  const kinds = `(array['reply', 'reminder', 'broadcast', 'notice', 'summary'])[1 + n % 5]`
  const state = `case when n % 300 = 0 then 'failed' when n % 1500 = 1 then 'uncertain' when n > ${messages - 400} then 'cancelled' when n % 3 = 0 then 'delivered' else 'sent' end`
  const chat = `'9' || (n * 7 % ${children})`
  await insert(
    'outbound (school_id, key, kind, channel, account, chat, text, state, reason, next_attempt_at, created_at, sent_at)',
    `'${schoolId}', 'bench/' || n, ${kinds}, 'zalo', '1', ${chat}, 'Trường Hoa Sen nhắc: mai họp phụ huynh lúc 17:30 tại lớp. Anh/chị nhớ đến giúp cô ạ. Tin số ' || n, ${state}, case when n % 300 = 0 then 'window_closed' end, ${at}, ${at} - (${messages} - n) * interval '1 minute', ${at}`,
    messages,
  )
  await insert(
    'question (id, school_id, identity_id, text, asked_at)',
    `${id('question')}, '${schoolId}', ${id('identity', 'n / 9 * 10 + n % 9')}, 'Trường có lớp năng khiếu số ' || n || ' cho các bé vào chiều thứ mấy ạ?', ${at}`,
    questions,
  )
  const officeId = randomIds.uuid()
  const identityId = randomIds.uuid()
  await prisma.person.create({ data: { id: officeId, schoolId, role: 'office', name: 'Cô Thu', createdAt: now } })
  await prisma.identity.create({
    data: { id: identityId, channel: 'telegram', account: '1', chat: '1', createdAt: now, lastInteractedAt: now },
  })
  await insert(
    'school_entry (id, school_id, number, version, changed_in)',
    `${id('entry')}, '${schoolId}', n + 1, 1, n + 1`,
    entries,
  )
  const said = `${id('entry')}, 1, 'published', 'other', 'Nhà trường trả lời câu số ' || n || ' như sau ạ.', array['Câu hỏi riêng của trường số ' || n], date '2026-09-01', date '2026-09-01', '${officeId}', ${at}`
  await insert(
    'school_entry_version (entry_id, version, state, topic, text_vi, asks, valid_from, said_on, person_id, saved_at)',
    said,
    entries,
  )
  await prisma.schoolSetting.create({ data: { schoolId, entriesVersion: entries } })
  await prisma.identityPerson.create({ data: { identityId, personId: officeId, schoolId, linkedAt: now } })
  const notice = {
    id: randomIds.uuid(),
    schoolId,
    roles: ['guardian'],
    classIds: [],
    text: 'Mai trường nghỉ vì bão',
    personId: officeId,
    createdAt: now,
  }
  const sent = await prisma.broadcast.create({ data: { ...notice, state: 'sent' } })
  const draft = await prisma.broadcast.create({ data: { ...notice, id: randomIds.uuid(), state: 'draft' } })
  await insert(
    'outbound (school_id, key, kind, channel, account, chat, text, state, next_attempt_at, created_at)',
    `'${schoolId}', 'broadcast/${sent.id}/' || n, 'broadcast', 'zalo', '1', '9' || n, 'Mai trường nghỉ vì bão', 'sent', ${at}, ${at}`,
    children,
  )
  await prisma.$executeRawUnsafe('analyze')
  const one = await prisma.class.findFirstOrThrow({ where: { schoolId, code: 'L3' } })
  return {
    ...{ schoolId, officeId, identityId },
    pages: [
      `/console/classes/${one.id}`,
      `/console/broadcasts/${sent.id}`,
      `/console/broadcasts/${draft.id}`,
      `/console/knowledge/1`,
    ],
  }
}
