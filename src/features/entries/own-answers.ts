import type { SchoolDay } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { School } from '../people/person.ts'
import { EntryIndex, type OwnAnswer } from './entry-index.ts'
import type { EntryStore } from './entry-store.ts'
import { readWording } from './wording.ts'

type Reads = Pick<EntryStore, 'stamp' | 'changedSince'>

/** The schools' own answers as this process knows them. */
export interface OwnAnswers {
  /** The entry of the school that answers this question, in the state the database has it now. */
  find(
    entries: Reads,
    school: School,
    question: { text: string; today: SchoolDay },
  ): Promise<(OwnAnswer & { readonly language: Language }) | undefined>
  /** The school's index, up to date. Whoever changes it for a trial puts it back before anything is awaited. */
  indexOf(entries: Reads, schoolId: string): Promise<EntryIndex>
}

/** What this process has read of a school. Versions are kept beside, so that a slow read never puts an older one back. */
interface Known {
  readonly index: EntryIndex
  readonly versions: Map<string, number>
  stamp: number
}

/**
 * Keeps one index a school. Each question compares the school's stamp with the index's: a change made by any process is in the next
 * answer of every other one, and reads only what changed. Ask only in transactions that have changed no entry before.
 */
export function createOwnAnswers(): OwnAnswers {
  const schools = new Map<string, Known>()
  const knownOf = (schoolId: string, stamp: number): Known => {
    const known = schools.get(schoolId)
    // A database that was set back, as the demo's can be, begins anew.
    if (known !== undefined && known.stamp <= stamp) return known
    const fresh = { index: new EntryIndex(), versions: new Map<string, number>(), stamp: 0 }
    schools.set(schoolId, fresh)
    return fresh
  }
  const indexOf = async (entries: Reads, schoolId: string): Promise<EntryIndex> => {
    const stamp = await entries.stamp(schoolId)
    const known = knownOf(schoolId, stamp)
    while (stamp > known.stamp) {
      const { entries: changed, upTo } = await entries.changedSince(schoolId, known.stamp)
      for (const entry of changed) {
        if (entry.version <= (known.versions.get(entry.id) ?? 0)) continue
        known.versions.set(entry.id, entry.version)
        known.index.put(entry)
      }
      known.stamp = Math.max(known.stamp, upTo ?? stamp)
    }
    return known.index
  }
  return {
    indexOf,
    async find(entries, school, { text, today }) {
      const index = await indexOf(entries, school.id)
      const wording = readWording(text)
      const found = index.find({ wording, today, place: school.place })
      return found && { ...found, language: wording.language }
    },
  }
}
