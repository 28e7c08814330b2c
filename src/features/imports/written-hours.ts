export interface WrittenHours {
  /** `HH:MM` */
  readonly time?: string
  readonly endTime?: string
  /** The text without them. */
  readonly rest: string
}

const hour = '(\\d{1,2}) ?(?:h|g|gio|:) ?(\\d{2})?(?: ?phut)?'
const span = new RegExp(`(?<![\\d/.-])(?:luc |tu |vao )?${hour} ?(?:-|–|den|toi) ?${hour}(?!\\d)`)
const single = new RegExp(`(?<![\\d/.-])(?:luc |tu |vao |bat dau )?${hour}(?!\\d)(?: ?(sang|chieu|toi))?`)

/** Hours in a text without marks: `8h`, `8h30`, `14:00-16:00`, `lúc 8 giờ`, `2h chiều`. */
export function writtenHours(plain: string): WrittenHours {
  const both = span.exec(plain)
  if (both !== null) {
    const [, fromHour, fromMinute, toHour, toMinute] = both
    const [time, endTime] = [clock(fromHour!, fromMinute), clock(toHour!, toMinute)]
    if (time !== undefined && endTime !== undefined && time < endTime) return { time, endTime, rest: without(plain, both) }
  }
  const one = single.exec(plain)
  const time = one === null ? undefined : clock(one[1]!, one[2], one[3])
  return one === null || time === undefined ? { rest: plain } : { time, rest: without(plain, one) }
}

function clock(hourSaid: string, minute = '00', part?: string): string | undefined {
  const said = Number(hourSaid)
  const isLater = (part === 'chieu' || part === 'toi') && said < 12
  const hours = isLater ? said + 12 : said
  return hours > 23 || Number(minute) > 59 ? undefined : `${String(hours).padStart(2, '0')}:${minute}`
}

const without = (plain: string, { index, 0: words }: RegExpExecArray): string =>
  `${plain.slice(0, index)} ${plain.slice(index + words.length)}`.replace(/\s+/g, ' ').trim()
