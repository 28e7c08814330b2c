import { writeFile } from 'node:fs/promises'
import { systemClock } from '../adapters/clock.ts'
import { createArrangementStore } from '../adapters/database/arrangement-store.ts'
import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import { createCheckinStore } from '../adapters/database/checkin-store.ts'
import { createSettingsStore } from '../adapters/database/settings-store.ts'
import { randomIds } from '../adapters/ids.ts'
import { createPhrases } from '../adapters/locales/phrases.ts'
import { drawPicture } from '../adapters/pictures/draw-picture.ts'
import { writeWorkbook } from '../adapters/workbooks/write-workbook.ts'
import { schoolDayOf } from '../core/clock.ts'
import { isRealDay } from '../features/calendar/school-year.ts'
import { monthOf, type Period, weekOf } from '../features/summary/period/period.ts'
import { type Report, schoolReport } from '../features/summary/period/school-report.ts'
import { wardFigures } from '../features/summary/ward/ward-figures.ts'
import { wardMessage, wardPicture, wardWorkbook } from '../features/summary/ward/ward-report.ts'
import { NotDone, schoolNamed, type Values, withDatabase } from './setup.ts'

type ReportValues = Values & Readonly<{ week?: string; month?: string; out?: string; ward?: string }>

const language = 'vi'

/** `report`: a week or month of a school, or of the schools of a ward that agreed to it; counts only. */
export async function writeReport(values: ReportValues): Promise<number> {
  const period = periodGiven(values)
  const form = formOf(values.out)
  return await withDatabase(async (setting) => {
    const { prisma } = setting.database
    const stores = {
      people: setting.people,
      calendar: createCalendarStore(prisma, randomIds),
      checkins: createCheckinStore(prisma, randomIds),
      arrangements: createArrangementStore(prisma),
      settings: createSettingsStore(prisma),
    }
    const today = schoolDayOf(systemClock.now())
    const phrases = createPhrases()
    const ofSchool = async () =>
      await schoolReport(stores, { school: await schoolNamed(setting, values), period, today, phrases, language })
    const ofWard = async (ward: string): Promise<Report> => {
      const figures = await wardFigures(stores, { ward, period, today, schools: await stores.people.schools() })
      if (figures.schools.length === 0)
        throw new NotDone(`No school has agreed to be counted in reports of the ward ${ward}: see "school set --ward".`)
      const voice = { phrases, language } as const
      return {
        text: () => wardMessage(figures, voice),
        picture: () => wardPicture(figures, voice),
        sheets: () => wardWorkbook(figures, voice),
      }
    }
    await write(values.ward === undefined ? await ofSchool() : await ofWard(values.ward.normalize('NFC').trim()), {
      form,
      out: values.out,
    })
  })
}

async function write(report: Report, { form, out }: { form: 'txt' | 'png' | 'xlsx'; out: string | undefined }): Promise<void> {
  if (out === undefined) {
    console.log(report.text())
    return
  }
  const bytes =
    form === 'png'
      ? await drawPicture(report.picture())
      : form === 'xlsx'
        ? await writeWorkbook(report.sheets())
        : `${report.text()}\n`
  await writeFile(out, bytes)
  console.log(`Written: ${out}`)
}

function formOf(out: string | undefined): 'txt' | 'png' | 'xlsx' {
  const ending = /\.(txt|png|xlsx)$/i.exec(out ?? '.txt')?.[1]?.toLowerCase()
  if (ending === undefined) throw new NotDone('--out is a file ending in .txt, .png or .xlsx.')
  return ending as 'txt' | 'png' | 'xlsx'
}

function periodGiven({ week, month }: ReportValues): Period {
  if ((week === undefined) === (month === undefined)) throw new NotDone('Give --week (a day of it) or --month.')
  if (month !== undefined) {
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw new NotDone('--month is a month like 2026-11.')
    return monthOf(month)
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(week!) || !isRealDay(week!)) throw new NotDone('--week is a day like 2026-11-23.')
  return weekOf(week!)
}
