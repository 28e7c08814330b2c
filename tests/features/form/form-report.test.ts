import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPhrases } from '../../../src/adapters/locales/phrases.ts'
import type { Checkin, NewVersion } from '../../../src/features/checkin/checkin-store.ts'
import { parseReport } from '../../../src/features/checkin/parse/parse-report.ts'
import { type AbsenceReason, type ClassReport, type Symptom, symptoms } from '../../../src/features/checkin/report.ts'
import { isSameReport } from '../../../src/features/checkin/same-report.ts'
import type { CheckinDeps, Speaker } from '../../../src/features/checkin/speaker.ts'
import { type Form, readForm } from '../../../src/features/form/form.ts'
import { lineOf } from '../../../src/features/form/form-report.ts'
import { chooseInForm, hearInForm } from '../../../src/features/form/hear-form.ts'
import { type FormReply, inListOrder, openForm } from '../../../src/features/form/next-step.ts'
import { stopOf } from '../../../src/features/form/path.ts'
import type { SchoolClass } from '../../../src/features/people/person.ts'
import { randomFrom } from '../../kills/random.ts'

const phrases = createPhrases()
const seed = Number(process.env.SEED ?? 20261123)
const names = [
  'Nguyễn Hoài An',
  'Trần Thái Bình',
  'Lê Bảo Châu',
  'Phạm Quỳnh Chi',
  'Hoàng Anh Đức (Bin)',
  'Đỗ Thuỳ Dương',
  'Bùi Hương Giang',
  'Đặng Gia Hân',
  'Nguyễn Minh Hiếu',
  'Trần Quang Huy (Tôm)',
  'Lê Khánh Huyền',
  'Phạm Tuấn Kiệt',
  'Nguyễn Bảo An',
  'Trần Bảo An',
]
const one: SchoolClass = {
  id: '10000000-0000-4000-8000-000000000000',
  schoolId: 's',
  code: 'A1',
  name: 'Mẫu giáo lớn A1',
  age: '5',
  children: names.map((rosterName, at) => ({ id: `20000000-0000-4000-8000-0000000000${10 + at}`, rosterName })),
}
const day = '2026-11-23'
const speaker: Speaker = {
  teacher: { id: 't', schoolId: 's', role: 'teacher', name: 'Cô Hạnh', classIds: [one.id], childIds: [] },
  language: 'vi',
  now: new Date(`${day}T07:30:00+07:00`),
  groups: [],
  dayOffOf: () => null,
}

/** A class whose reports stand in memory. */
function classroom() {
  const versions: NewVersion[] = []
  const standing = async (): Promise<Checkin | undefined> => {
    const last = versions.at(-1)
    return (
      last && {
        ...last,
        id: 'c',
        version: versions.length,
        reportedBy: 't',
        reportedAt: speaker.now,
        confirmedAt: null,
        lineId: null,
      }
    )
  }
  const checkins = {
    standing,
    held: standing,
    add: async (version: NewVersion) => {
      versions.push(version)
      return (await standing())!
    },
  }
  const people = { classes: async () => [one] }
  const ids = { uuid: () => '100000-form' }
  const deps = { checkins, people, ids, phrases, parse: parseReport, announcedIn: async () => [] } as unknown as CheckinDeps
  return { deps, versions }
}

interface Wanted {
  readonly reason: AbsenceReason | null
  readonly symptoms: readonly Symptom[]
  readonly temperatureC: number | null
  readonly excused: boolean | null
}

/** Somebody who wants a certain report and goes through the form, by taps, typed numbers or words, now and then a step back. */
async function fill(wanted: { away: ReadonlyMap<string, Wanted>; ill: ReadonlyMap<string, Wanted> }, dice: () => number) {
  const { deps, versions } = classroom()
  let reply: FormReply | undefined = await openForm(deps, speaker)
  let backs = 0
  for (let steps = 0; reply?.form !== undefined && steps < 400; steps += 1) {
    // What a database would have kept.
    const form: Form = readForm(JSON.parse(JSON.stringify(reply.form)), day)!
    const stop = stopOf(form, inListOrder(one))!
    const act: { value?: string; typed?: string } =
      dice() < 0.04 && backs++ < 5 && form.at > 0 ? { value: 'back' } : next({ form, stop, reply, wanted, dice })
    reply =
      act.value === undefined
        ? await hearInForm(deps, speaker, { form, text: act.typed!, isOpen: true })
        : await press({ deps, form, reply, value: act.value, dice })
  }
  return versions.at(-1)
}

type Press = { deps: CheckinDeps; form: Form; reply: FormReply; value: string; dice: () => number }
async function press({ deps, form, reply, value, dice }: Press): Promise<FormReply | undefined> {
  const at = reply.choices!.findIndex((choice) => choice.value === `fm:${form.id}:${value}`)
  if (at < 0) throw new Error(`no choice ${value}`)
  return dice() < 0.5
    ? await chooseInForm(deps, speaker, { form, value })
    : await hearInForm(deps, speaker, { form, text: String(at + 1), isOpen: true })
}

type Turn = {
  form: Form
  stop: NonNullable<ReturnType<typeof stopOf>>
  reply: FormReply
  wanted: { away: ReadonlyMap<string, Wanted>; ill: ReadonlyMap<string, Wanted> }
  dice: () => number
}
function next({ form, stop, reply, wanted, dice }: Turn): { value?: string; typed?: string } {
  const offers = (value: string) => reply.choices!.some((choice) => choice.value === `fm:${form.id}:${value}`)
  if (stop.kind === 'away' || stop.kind === 'ill') {
    const missing = [...wanted[stop.kind].keys()].filter((id) => !form[stop.kind].includes(id))
    if (missing.length === 0) return { value: 'next' }
    if (dice() < 0.2)
      return {
        typed: missing.map((id) => one.children.find((child) => child.id === id)!.rosterName.replace(/ \(.*/, '')).join(', '),
      }
    const here = missing.filter((id) => offers(`t:${id}`))
    const numbers = here.map((id) => 1 + reply.choices!.findIndex(({ value }) => value.endsWith(`:t:${id}`)))
    if (numbers.length > 1 && dice() < 0.4) return { typed: numbers.join(' ') }
    if (here.length > 0) return { value: `t:${here[0]}` }
    return offers(`p:${form.page + 1}`) ? { value: `p:${form.page + 1}` } : { typed: 'trang trước' }
  }
  if (stop.kind === 'ask_ill') return { value: wanted.ill.size > 0 ? 'ill:yes' : 'ill:no' }
  const want = (form.away.includes(stop.child) ? wanted.away : wanted.ill).get(stop.child)!
  switch (stop.kind) {
    case 'reason':
      return { value: want.reason === null ? 'next' : `r:${want.reason}` }
    case 'leave':
      return { value: want.excused === null ? 'next' : `l:${want.excused ? 'yes' : 'no'}` }
    case 'temperature': {
      if (want.temperatureC === null || form.notes[stop.child]?.temperatureC === want.temperatureC) return { value: 'next' }
      const value = `c:${want.temperatureC * 10}`
      return offers(value) && dice() < 0.7
        ? { value }
        : { typed: String(want.temperatureC).replace('.', dice() < 0.5 ? ',' : '.') }
    }
    case 'symptoms': {
      const known = form.notes[stop.child]?.symptoms ?? []
      const missing = want.symptoms.filter((symptom) => !known.includes(symptom))
      if (missing.length === 0) return { value: 'next' }
      const offered = missing.find((symptom) => offers(`s:${symptom}`))
      return offered === undefined
        ? { typed: want.symptoms.map((symptom) => phrases.text('vi', `summary.symptom.${symptom}`)).join(', ') }
        : { value: `s:${offered}` }
    }
  }
}

const temperature = fc.option(fc.constantFrom(37, 37.5, 38, 38.2, 38.5, 39, 39.4, 40))
const signs = fc.uniqueArray(fc.constantFrom(...symptoms), { maxLength: 3 })
const sick = fc.record({ symptoms: signs, temperatureC: temperature }).map((one) => ({ ...one, reason: 'sick' as const }))
const elsewhere = fc
  .constantFrom(null, 'family' as const, 'other' as const)
  .map((reason) => ({ reason, symptoms: [], temperatureC: null }))
const absence = fc
  .tuple(fc.oneof(sick, elsewhere), fc.constantFrom(true, false, null))
  .map(([about, excused]): Wanted => ({ ...about, excused }))
const illness = fc
  .record({ symptoms: signs, temperatureC: temperature })
  .filter(({ symptoms: some, temperatureC }) => some.length > 0 || (temperatureC !== null && temperatureC >= 37.5))
  .map((about): Wanted => ({ ...about, reason: null, excused: null }))
const child = fc.constantFrom(...one.children.map(({ id }) => id))
const report = fc.record({
  away: fc.uniqueArray(fc.tuple(child, absence), { maxLength: 5, selector: ([id]) => id }),
  ill: fc.uniqueArray(fc.tuple(child, illness), { maxLength: 2, selector: ([id]) => id }),
})

/** What the report must be, worked out without the form. */
function expected({ away, ill }: { away: ReadonlyMap<string, Wanted>; ill: ReadonlyMap<string, Wanted> }): ClassReport {
  const isHot = ({ temperatureC, symptoms: some }: Wanted) =>
    temperatureC !== null && temperatureC >= 37.5 && !some.includes('fever') && !some.includes('dengue')
  const about = (want: Wanted) => ({
    symptoms: isHot(want) ? ['fever' as const, ...want.symptoms] : want.symptoms,
    temperatureC: want.temperatureC,
  })
  const children = (of: ReadonlyMap<string, Wanted>) =>
    one.children.filter(({ id }) => of.has(id)).map(({ id, rosterName }) => ({ name: rosterName, want: of.get(id)! }))
  return {
    present: one.children.length - away.size,
    total: one.children.length,
    absent: children(away).map(({ name, want }) => ({ name, reason: want.reason, ...about(want), excused: want.excused })),
    illPresent: children(ill).map(({ name, want }) => ({ name, ...about(want) })),
    leftEarly: [],
    unnamedAbsent: 0,
    ambiguous: [],
    unknownNames: [],
    error: null,
  }
}

test(`a report made step by step, by taps, numbers and words, is the report its line would have made (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(report, fc.nat(), async (wish, roll) => {
      const away = new Map(wish.away)
      const wanted = { away, ill: new Map(wish.ill.filter(([id]) => !away.has(id))) }
      const made = await fill(wanted, randomFrom(roll))
      const right = expected(wanted)
      expect(made?.report).toMatchObject({ present: right.present, total: right.total })
      if (!isSameReport(made!.report, right)) expect(made!.report).toEqual(right)
      const typed = parseReport(lineOf(made!.report, one, phrases), { class: one.name, children: names })
      if (!isSameReport(typed, made!.report)) expect([made!.text, typed]).toEqual([made!.text, made!.report])
    }),
    { numRuns: Number(process.env.RUNS ?? 60), seed },
  )
})
