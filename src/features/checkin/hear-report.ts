import { schoolDayOf, writtenDay } from '../../core/clock.ts'
import type { SchoolClass } from '../people/person.ts'
import { jointOf } from './joint-class.ts'
import type { CheckinDeps, CheckinReply, Said, Speaker } from './speaker.ts'
import { spokenParts } from './spoken-parts.ts'
import { refuse, take } from './take-report.ts'
import { targetOf, unitsOf } from './target.ts'

/** Takes what a teacher typed as a report if it is one; undefined: it is none, and somebody else's to answer. */
export async function hearReport(deps: CheckinDeps, speaker: Speaker, said: Said): Promise<CheckinReply | undefined> {
  // A bare number is a choice that is gone, never a count of children.
  if (/^\s*\d+\s*$/.test(said.text)) return undefined
  const edited = said.isEdit ? await hearEdit(deps, speaker, said) : 'new_line'
  if (edited !== 'new_line') return edited
  const { teacher, groups } = speaker
  const { text } = said
  if (said.chosen !== undefined) return await take(deps, speaker, { parts: [{ classes: said.chosen, text }], said })
  const { schoolId } = teacher
  const own = await deps.people.classes(schoolId, teacher.classIds)
  const parts = partsOf(text, own)
  if (parts !== undefined) return await take(deps, speaker, { parts, said })
  const all = await deps.people.classNames(schoolId)
  const classOf = async (id: string) => (await deps.people.classes(schoolId, [id]))[0]
  const target = await targetOf(deps, { text, day: schoolDayOf(speaker.now), own, all, classOf, groups })
  switch (target?.kind) {
    case undefined:
      return undefined
    case 'not_hers':
      await refuse(deps, speaker, { why: 'not_her_class', text, one: target.one })
      return { text: deps.phrases.text(speaker.language, 'checkin.not_your_class', { class: target.one.code }) }
    case 'which': {
      const choices = target.units.map((unit) => ({ label: jointOf(unit).one.name, value: `ci:class:${unit[0]!.id}` }))
      return { text: deps.phrases.text(speaker.language, 'checkin.which_class'), choices, pendingReport: text }
    }
    case 'classes':
      return await take(deps, speaker, { parts: [{ classes: target.classes, text }], said })
  }
}

/** An edited message corrects the report it made, on its day; `new_line` when it made none. */
async function hearEdit(deps: CheckinDeps, speaker: Speaker, said: Said): Promise<CheckinReply | undefined | 'new_line'> {
  const { teacher, language, now, groups } = speaker
  const { schoolId, id: personId } = teacher
  if (said.messageId === undefined) return 'new_line'
  const made = await deps.checkins.saidWith({ schoolId, personId, messageId: said.messageId })
  const [first] = made
  if (first === undefined) return 'new_line'
  if (first.day !== schoolDayOf(now)) {
    const day = writtenDay(first.day).slice(0, 5)
    return { text: deps.phrases.text(language, 'checkin.edit_too_late', { day }) }
  }
  const found = await deps.people.classes(
    schoolId,
    made.map(({ classId }) => classId),
  )
  const classes = unitsOf(found, groups).flat()
  const parts = partsOf(said.text, classes) ?? [{ classes, text: said.text }]
  return await take(deps, speaker, { parts, said })
}

function partsOf(text: string, classes: readonly SchoolClass[]) {
  return spokenParts(text, classes)?.map((part) => ({ classes: [part.one], text: part.text }))
}
