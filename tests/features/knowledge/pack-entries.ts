import { readdirSync } from 'node:fs'
import type { Entry } from '../../../src/features/knowledge/entry.ts'

const folder = new URL('../../../src/features/knowledge/pack/', import.meta.url)

/** Every entry of every data file of the pack, with the file it stands in. Read from the folder, so that no file can be forgotten. */
export const packEntries: readonly { readonly file: string; readonly entry: Entry }[] = (
  await Promise.all(
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map(async (file) => {
        const exported: Record<string, unknown> = await import(new URL(file, folder).href)
        return Object.values(exported)
          .filter((value): value is readonly Entry[] => Array.isArray(value))
          .flat()
          .map((entry) => ({ file, entry }))
      }),
  )
).flat()
