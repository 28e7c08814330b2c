import { fold, withoutDiacritics } from '../../core/text.ts'

/** What somebody wants of their own settings. */
export type Wish =
  | { readonly kind: 'show' }
  | { readonly kind: 'quiet'; readonly from: string; readonly to: string }
  | { readonly kind: 'school_quiet' }
  | { readonly kind: 'digest'; readonly at: string }
  | { readonly kind: 'no_digest' }

const clock = /(?:^|[^\d])(\d{1,2}) ?(?:h|g|gio|:) ?([0-5]\d)?(?!\d)/g

/** The times of day in a text, in their order, `HH:MM`. "9h tối" is 21:00. */
export function readHours(text: string): string[] {
  const plain = withoutDiacritics(fold(text))
  return [...plain.matchAll(clock)].flatMap((found) => {
    const after = plain.slice(found.index + found[0].length, found.index + found[0].length + 6)
    const hour = Number(found[1]) + (/^ ?(?:toi|chieu|pm)/.test(after) && Number(found[1]) < 12 ? 12 : 0)
    return hour < 24 ? [`${String(hour).padStart(2, '0')}:${found[2] ?? '00'}`] : []
  })
}

/** @param isOffice the office's "cài đặt" are the school's; its own it calls "cài đặt của tôi" */
export function readWish(text: string, { isOffice }: { isOffice: boolean }): Wish | undefined {
  const plain = withoutDiacritics(fold(text))
    .replace(/[.!?]+$/, '')
    .replace(/ (?:a|nhe|voi|giup em|giup)$/, '')
  if (
    /^(?:xem |doi |sua )?(?:cai dat|thiet lap|tuy chon)(?: tin nhan| thong bao| nhan tin)?(?: cua (?:toi|minh|em|chi|anh|co)| ca nhan)$/.test(
      plain,
    )
  )
    return { kind: 'show' }
  if (/^(?:\/mysettings|my settings)$/.test(plain)) return { kind: 'show' }
  if (!isOffice && /^(?:\/settings|(?:xem |doi )?(?:cai dat|tuy chon|settings))$/.test(plain)) return { kind: 'show' }
  if (/^(?:gio )?(?:yen lang|khong lam phien)(?: (?:theo|nhu))? (?:truong|nha truong)$/.test(plain))
    return { kind: 'school_quiet' }
  if (/^(?:thoi |dung |khong |tat )gom tin(?: nua)?$/.test(plain)) return { kind: 'no_digest' }
  const hours = readHours(text)
  if (/^(?:gio )?(?:yen lang|khong lam phien|dung nhan(?: cho)? (?:toi|em|minh))(?: tu)? \d/.test(plain) && hours.length === 2)
    return { kind: 'quiet', from: hours[0]!, to: hours[1]! }
  if (
    /^(?:gom|gop)(?: (?:tin|loi nhac|thong bao))*(?: (?:mot|1) (?:tin|lan))?(?: (?:mot|moi|1) ngay)?(?: (?:vao|luc))* \d/.test(
      plain,
    ) &&
    hours.length === 1
  )
    return { kind: 'digest', at: hours[0]! }
  return undefined
}
