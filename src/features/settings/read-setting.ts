import { fold, withoutDiacritics } from '../../core/text.ts'
import type { SettingKey } from './setting.ts'

/** What a line of the office wants of the settings. */
export type SettingLine =
  | { readonly kind: 'list' }
  | { readonly kind: 'history' }
  | { readonly kind: 'set'; readonly key: SettingKey; readonly typed: string }
  | { readonly kind: 'unset'; readonly key: SettingKey }
  /** It wants to set something that is no setting. */
  | { readonly kind: 'unknown' }

const names: Record<SettingKey, readonly string[]> = {
  firstCall: [
    'gio nhac bao si so',
    'gio nhac co lan 1',
    'gio nhac lan 1',
    'gio nhac lan dau',
    'gio nhac co',
    'gio bao si so',
    'gio nhac diem danh',
  ],
  secondCall: ['gio nhac co lan 2', 'gio nhac lan 2', 'gio nhac lai', 'gio nhac lan hai'],
  deputyCall: ['gio nhac co cung lop', 'gio nhac co pho', 'gio nhac lan 3', 'gio nhac co con lai'],
  officeCall: ['gio bao van phong', 'gio nhac van phong', 'gio bao lop chua bao', 'gio bao lop thieu'],
  cutOff: ['gio chot si so', 'gio chot diem danh', 'gio hoi phu huynh', 'gio hoi gia dinh', 'gio chot'],
  answerMinutes: [
    'thoi gian cho phu huynh',
    'so phut cho phu huynh',
    'phut cho phu huynh',
    'thoi gian cho gia dinh',
    'so phut cho',
    'cho phu huynh tra loi',
    'thoi gian cho',
  ],
  mealCutOff: [
    'gio chot bao an',
    'gio chot suat an',
    'gio chot an',
    'gio bao an',
    'gio bao com',
    'gio cat com',
    'gio bao cat suat an',
    'gio cat suat an',
    'gio chot com',
  ],
  summaryTime: ['gio gui tong hop', 'gio tong hop', 'gio bao cao tong hop', 'gio nhan tong hop'],
  reminderTime: ['gio nhac lich', 'gio nhac su kien', 'gio gui loi nhac', 'gio gui nhac nho', 'gio nhac phu huynh', 'gio nhac'],
  officeHours: ['gio lam viec van phong', 'gio lam viec', 'gio van phong', 'gio hanh chinh'],
  quietHours: ['gio yen lang', 'gio im lang', 'gio yen tinh', 'gio khong nhan tin', 'gio khong nhan'],
  restHours: ['gio nghi trua', 'gio ngu trua'],
  milkPrice: ['gia mot hop sua', 'gia hop sua', 'gia sua hoc duong', 'gia sua', 'tien sua'],
  milkBoxes: ['so hop sua mot tre', 'so hop sua moi tre', 'hop sua mot tre', 'hop sua moi tre', 'so hop sua'],
  meals: ['so suat an mot tre', 'so suat an moi tre', 'suat an mot tre', 'suat an moi tre', 'so suat an'],
  ward: ['phuong nhan bao cao', 'phuong bao cao'],
}
const longestFirst = Object.entries(names)
  .flatMap(([key, list]) => list.map((name) => ({ key: key as SettingKey, name })))
  .sort((one, other) => other.name.length - one.name.length)

const setting = /^(?:em |a )?(?:dat|doi|chinh|sua|thay doi|thay|cai|set|change)(?: lai)? (?<rest>.+)$/
const unsetting = /^(?:bo|xoa|tat|huy|unset)(?: dat| cai)? (?<rest>.+)$/
const filling = /^[\s:=]*(?:(?:cua )?truong\s+)?(?:(?:thanh|la|sang|ve|luc|vao|con|len|xuong|to)\s+(?=\d|tu |nua |mot |hai ))*/
const aboutSettings = /^(?:gio|cai dat|thoi gian|so phut|gia) /

/** Reads a line of the office about its settings: "đặt giờ chốt báo ăn 8h30", "xem cài đặt"; undefined when it is about something else. */
export function readSetting(text: string): SettingLine | undefined {
  const plain = withoutDiacritics(fold(text))
    .replace(/[.!\s]+$/, '')
    .replace(/ (?:nhe|a|em|giup em|giup|nha)$/, '')
  if (plain.length > 160 || plain.includes('?')) return undefined
  if (/^(?:\/settings|(?:xem |mo )?(?:cai dat|thiet lap|cac gio|settings)(?: cua)?(?: truong)?)$/.test(plain))
    return { kind: 'list' }
  if (/^(?:xem )?(?:lich su (?:cai dat|thay doi cai dat)|ai (?:da )?(?:doi|sua) cai dat|nhat ky cai dat)$/.test(plain))
    return { kind: 'history' }
  const rest = setting.exec(plain)?.groups?.rest
  if (rest !== undefined) {
    const found = longestFirst.find(({ name }) => rest === name || rest.startsWith(`${name} `) || rest.startsWith(`${name}:`))
    if (found === undefined) return aboutSettings.test(rest) && /\d/.test(rest) ? { kind: 'unknown' } : undefined
    const plainValue = rest.slice(found.name.length).replace(filling, '')
    // As it was typed, marks included, so that it can be quoted.
    const end = plain.length
    return {
      kind: 'set',
      key: found.key,
      typed: fold(text)
        .slice(end - plainValue.length, end)
        .trim(),
    }
  }
  const named = unsetting.exec(plain)?.groups?.rest
  const found = longestFirst.find(({ name }) => named === name)
  return found && { kind: 'unset', key: found.key }
}
