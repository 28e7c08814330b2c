import { parseArgs } from 'node:util'
import { systemClock } from '../adapters/clock.ts'
import { NoBackup } from '../adapters/database/backup/backup-file.ts'
import { RestoreUnfinished } from '../adapters/database/backup/unfinished-restore.ts'
import { DataDirInUse } from '../adapters/database/data-dir-lock.ts'
import { DatabaseUnreachable } from '../adapters/database/database-unreachable.ts'
import { InvalidConfig } from '../config.ts'
import { schoolDayOf } from '../core/clock.ts'
import { runBatch } from './batch.ts'
import { calendarDryRun } from './calendar.ts'
import { calendarImport } from './calendar-import.ts'
import { calendarTerm } from './calendar-term.ts'
import { setChildFacts } from './children.ts'
import { calendarFeed } from './feed.ts'
import { peopleImport } from './people-import.ts'
import { writeReport } from './report.ts'
import { setSchool, settingOptions, showSettings } from './settings.ts'
import { addClass, addSchool, inviteGuardian, inviteStaff, listSchools, NotDone } from './setup.ts'

const help = `mamnon <command>

  school add --name NAME --place long-bien|hai-phong|krong-pa
        sets up a school and prints a one-time link for its office
  school list
        schools, classes, who is linked
  school settings --school NAME
        every setting of the school, and who changed what when
  school set --school NAME [--first-call 07:45] [--second-call 08:15] [--deputy-call 08:30] [--office-call 08:45] [--cut-off 08:45]
             [--answer-minutes 30] [--meal-cut-off 08:00|none] [--summary-time 09:15] [--reminder-time 07:00]
             [--office-hours 07:30-11:30,13:30-17:00] [--quiet-hours 21:00-06:30] [--rest-hours 11:30-13:30] [--milk-price 6286|none]
             [--milk-boxes 1|none] [--meals 1|none] [--ward "Gia Thụy"|none]
        changes settings, all that are given or none
  class add --school NAME --code A1 --name "Mẫu giáo lớn A1" --age nursery|3-4|4-5|5 --roster FILE
        adds a class or brings its list up to date; FILE has one child a line, nickname in parentheses
  children facts --school NAME --class A1 --file FILE
        sets birth dates and sexes, for weights and heights; FILE has a child a line: NAME; 05/03/2021; nam|nữ
  people import FILE --school NAME [--class A1] [--preview] [--phones] [--missing-leave]
        takes an .xlsx or .csv list of children, all its good rows or nothing; --preview only lists what is new, changed, missing and doubtful;
        --class: of rows that name none; --phones: keeps one number a child for the office to call; --missing-leave: who is not in the file leaves
  people import --undo --school NAME
        takes back the last such import, within 24 hours
  staff invite --school NAME --role office|teacher --name NAME [--class A1 --class A2]
        prints a one-time link (Telegram) and code (Zalo) for a member of staff
  guardian invite --school NAME --class A1 --child NAME
        prints a one-time link and code for a guardian of the child
  calendar dry-run --school NAME --from 2026-08-01 --to 2027-07-31 [--by-month]
        lists every reminder and question the calendar would send, as the school stands now; sends nothing
  calendar import FILE --school NAME [--preview] [--keep-years] [--as-is]
        takes an .ics, .xlsx, .csv or text schedule into the calendar, all its good lines or nothing; --preview only lists, line by line,
        what it would change and what was not understood; --keep-years: a heading's odd year stays; --as-is: of a year gone by it stays there
  calendar import --undo --school NAME
        takes back the last import, within 24 hours
  calendar term --school NAME --year 2026-2027 [--days FIRST,END OF TERM 1,START OF TERM 2,LAST]
        shows a school year's days, or sets them: 2026-09-07,2027-01-15,2027-01-18,2027-05-28
  calendar feed --school NAME [--class A1] [--for parents|staff] [--renew]
        prints the address under which other calendars read the school's, or a class's; --renew makes a new one and ends the old
  backup FILE
        writes all there is into one file, while the service runs
  restore FILE [--replace SCHOOL]
        puts a backup into the database; the service must be stopped. Schools that are there now must be named, each with --replace
  report (--school NAME | --ward NAME) (--week 2026-11-23 | --month 2026-11) [--out FILE.txt|.png|.xlsx]
        attendance, absences and symptoms of a week or month beside the targets of the guidance; counts only. --ward: over the schools
        that agreed to it by "school set --ward"
  ask --batch FILE
        answers questions from the built-in pack, one JSON object a line (FILE or -)
  parse-checkin --batch FILE
        reads check-in lines, one JSON object a line (FILE or -)

Environment: DATABASE_URL, or DATA_DIR for the embedded database (stop the service first: its files are for one process).`

/** Runs one command line. @returns the exit code: 0 done, 1 not done, 2 not understood. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      batch: { type: 'string' },
      name: { type: 'string' },
      place: { type: 'string' },
      school: { type: 'string' },
      role: { type: 'string' },
      class: { type: 'string', multiple: true },
      code: { type: 'string' },
      age: { type: 'string' },
      roster: { type: 'string' },
      child: { type: 'string' },
      file: { type: 'string' },
      ...settingOptions,
      from: { type: 'string' },
      to: { type: 'string' },
      'by-month': { type: 'boolean' },
      for: { type: 'string' },
      renew: { type: 'boolean' },
      preview: { type: 'boolean' },
      undo: { type: 'boolean' },
      phones: { type: 'boolean' },
      'missing-leave': { type: 'boolean' },
      'keep-years': { type: 'boolean' },
      'as-is': { type: 'boolean' },
      year: { type: 'string' },
      week: { type: 'string' },
      month: { type: 'string' },
      ward: { type: 'string' },
      out: { type: 'string' },
      days: { type: 'string' },
      replace: { type: 'string', multiple: true },
    },
  })
  const isImport = ['calendar', 'people'].includes(positionals[0] ?? '') && positionals[1] === 'import'
  const takesFile = positionals[0] === 'backup' || positionals[0] === 'restore'
  const command = (isImport ? positionals.slice(0, 2) : takesFile ? positionals.slice(0, 1) : positionals).join(' ')
  if (values.help || command === '' || command === 'help') {
    console.log(help)
    return command === '' && !values.help ? 2 : 0
  }
  switch (command) {
    case 'ask': {
      if (values.batch === undefined) break
      const { createAskBatch } = await import('../features/knowledge/batch.ts')
      return await runBatch(values.batch, createAskBatch({ today: schoolDayOf(systemClock.now()) }))
    }
    case 'parse-checkin': {
      if (values.batch === undefined) break
      const { parseCheckinLine } = await import('../features/checkin/batch.ts')
      return await runBatch(values.batch, parseCheckinLine)
    }
    case 'backup':
    case 'restore': {
      const [, file] = positionals
      if (file === undefined || positionals.length > 2) break
      const { backUp, restore } = await import('./backup.ts')
      return command === 'backup' ? await backUp(file) : await restore(file, values.replace ?? [])
    }
    case 'calendar dry-run':
      return await calendarDryRun(values)
    case 'calendar import':
    case 'people import': {
      if (positionals.length > 3) break
      const sent = { ...values, ...(positionals[2] === undefined ? {} : { file: positionals[2] }) }
      return command === 'people import' ? await peopleImport(sent) : await calendarImport(sent)
    }
    case 'calendar term':
      return await calendarTerm(values)
    case 'calendar feed':
      return await calendarFeed(values)
    case 'report':
      return await writeReport(values)
    case 'school add':
      return await addSchool(values)
    case 'school list':
      return await listSchools()
    case 'school settings':
      return await showSettings(values)
    case 'school set':
      return await setSchool(values)
    case 'class add':
      return await addClass(values)
    case 'children facts':
      return await setChildFacts(values)
    case 'staff invite':
      return await inviteStaff(values)
    case 'guardian invite':
      return await inviteGuardian(values)
  }
  console.error(`Not understood: mamnon ${args.join(' ')}\n\n${help}`)
  return 2
}

/** What went wrong, for whoever typed the command. */
export function explainError(error: unknown): string {
  if (error instanceof NotDone || error instanceof InvalidConfig) return error.message
  if (error instanceof DataDirInUse)
    return 'The service is running on this data directory. Stop it first, or use PostgreSQL (DATABASE_URL).'
  if (error instanceof NoBackup) return `This file cannot be restored: ${error.message}.`
  if (error instanceof RestoreUnfinished)
    return 'A restore into this database broke off, so it is not whole. Run it again: mamnon restore FILE'
  if (error instanceof DatabaseUnreachable) return 'The database does not answer, or refuses the sign-in. Check DATABASE_URL.'
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code?.startsWith('ERR_PARSE_ARGS') || code === 'ENOENT') return message
  return stack ?? String(error)
}
