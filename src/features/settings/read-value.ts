import { fold, withoutDiacritics } from '../../core/text.ts'
import { kindOf, type SettingKey } from './setting.ts'

const clock = /(\d{1,2})\s*(?:h|g|gio|:|\.)\s*(\d{2})?(?:\s*(ruoi|kem\s*\d{1,2}))?/
const oneClock = new RegExp(`^(?:luc |vao )?${clock.source}(?:\\s*(?:phut|p))?(?:\\s*(?:sang|chieu|toi|am|pm))?$`)
const span = new RegExp(`^(?:tu )?${clock.source}\\s*(?:-|–|den|toi|~)\\s*${clock.source}$`)

/** Reads a value as people type it ("8h30", "8 giờ rưỡi", "nửa tiếng", "7h30-11h30, 13h30-17h") into its written form; undefined: unreadable. */
export function readValue(key: SettingKey, typed: string): string | undefined {
  const plain = withoutDiacritics(fold(typed))
    .replace(/[.;]+$/, '')
    .trim()
  switch (kindOf[key]) {
    case 'time':
      return readTime(plain)
    case 'minutes':
      return readMinutes(plain)
    case 'span':
      return readSpan(plain)
    case 'spans': {
      const spans = plain.split(/\s*(?:,|;|\bva\b|\+|&)\s*/).map((part) => readSpan(part.replace(/^(?:sang|chieu) /, '')))
      return spans.every((one) => one !== undefined) ? spans.join(', ') : undefined
    }
    case 'count':
      return /^(\d{1,2})(?: (?:hop|suat|bua))?(?: ?(?:\/|mot|moi) ?(?:tre|be|ngay))*$/.exec(plain)?.[1]?.replace(/^0+(?=\d)/, '')
    case 'name':
      return (
        typed
          .normalize('NFC')
          .replace(/^\s*(?:(?:là|thành|:)\s+)?(?:phường\s+)?/i, '')
          .replace(/[.;\s]+$/, '') || undefined
      )
    case 'money': {
      const digits = plain.replace(/(?:dong|vnd|d)(?:\s*\/?\s*(?:mot |1 )?hop)?$/, '').trim()
      return /^\d{1,3}(?:[.,]\d{3})*$|^\d+$/.test(digits) ? String(Number(digits.replace(/[.,]/g, ''))) : undefined
    }
  }
}

function readTime(plain: string): string | undefined {
  const found = oneClock.exec(/^\d{1,2}$/.test(plain) ? `${plain}h` : plain)
  if (found === null) return undefined
  return written(found[1]!, found[2], found[3], / (?:chieu|toi|pm)$/.test(plain))
}

function readSpan(plain: string): string | undefined {
  const found = span.exec(plain)
  if (found === null) return undefined
  const from = written(found[1]!, found[2], found[3])
  const to = written(found[4]!, found[5], found[6])
  return from === undefined || to === undefined ? undefined : `${from}-${to}`
}

/** "8 giờ rưỡi" is 08:30, "8 giờ kém 15" is 07:45. */
function written(hour: string, minute: string | undefined, more: string | undefined, isAfternoon = false): string | undefined {
  const short = more?.startsWith('kem') ? Number(/\d+/.exec(more)![0]) : 0
  const minutes = (more === 'ruoi' ? 30 : Number(minute ?? 0)) - short
  const hours = Number(hour) + (isAfternoon && Number(hour) < 12 ? 12 : 0)
  const all = hours * 60 + minutes
  if (Number(minute ?? 0) > 59 || short > 59 || all < 0 || all >= 24 * 60) return undefined
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}

function readMinutes(plain: string): string | undefined {
  if (/^nua (?:tieng|gio)$/.test(plain)) return '30'
  const hours = /^(\d|mot|hai) (?:tieng|gio)( ruoi)?$/.exec(plain)
  if (hours !== null) {
    const count = { mot: 1, hai: 2 }[hours[1]!] ?? Number(hours[1])
    return String(count * 60 + (hours[2] === undefined ? 0 : 30))
  }
  return /^(\d{1,4})\s*(?:phut|p|minutes?)?$/.exec(plain)?.[1]?.replace(/^0+(?=\d)/, '')
}
