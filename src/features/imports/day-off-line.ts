import { fold, withoutDiacritics } from '../../core/text.ts'
import type { ClosureDraft, EventDraft } from './row.ts'

const closed = /^(?:(?:toan |nha )?truong |tre |hoc sinh |cac con )?(?:duoc )?nghi(?: hoc)?\b(?! huu| om| phep)/
const opened = /^(?:(?:toan |nha )?truong |tre |hoc sinh |cac con )?(?:di )?(?:hoc|day|lam) bu\b/

/** A dated line that speaks of a day off ("Nghỉ Tết Dương lịch") or of lessons on one ("Học bù") is the school's word for those days. */
export function asDayOff(draft: EventDraft): EventDraft | ClosureDraft {
  const { when, title, classIds = [], ageGroups = [] } = draft
  if (when.kind !== 'dated' || when.time !== undefined || classIds.length + ageGroups.length > 1) return draft
  const plain = withoutDiacritics(fold(title))
  const open = opened.test(plain)
  if (!open && !closed.test(plain)) return draft
  const [classId] = classIds
  const [age] = ageGroups
  return {
    ...{ kind: 'closure', day: when.day, open, reason: title },
    ...(when.lastDay === undefined ? {} : { lastDay: when.lastDay }),
    ...(classId !== undefined ? { only: { classId } } : age !== undefined ? { only: { age } } : {}),
  }
}
