import { globSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import en from '../locales/en.json' with { type: 'json' }
import vi from '../locales/vi.json' with { type: 'json' }

type Tree = { [key: string]: string | Tree }

function sentencesOf(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : sentencesOf(value, `${prefix}${key}.`),
  )
}

/** Names of the parameters a sentence takes, select branches included. */
function parametersOf(sentence: string): string[] {
  const names = new Set<string>()
  const walk = (parts: readonly unknown[]): void => {
    for (const part of parts as { type: number; value?: string; options?: Record<string, { value: unknown[] }> }[]) {
      if (part.type >= 1 && part.type <= 6 && typeof part.value === 'string') names.add(part.value)
      for (const option of Object.values(part.options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(sentence, 'vi').getAst())
  return [...names].sort()
}

const vietnamese = sentencesOf(vi)
const english = new Map(sentencesOf(en))

test('both languages say the same things', () => {
  expect([...english.keys()].sort()).toEqual(vietnamese.map(([key]) => key).sort())
})

test('every sentence is a message that takes the same parameters in both languages', () => {
  const differing = vietnamese.filter(([key, sentence]) => {
    const own = parametersOf(sentence)
    const other = parametersOf(english.get(key)!)
    return other.some((name) => !own.includes(name))
  })
  expect(differing).toEqual([])
})

test('no sentence is left that nothing says', () => {
  const code = globSync('src/**/*.ts')
    .filter((file) => !file.includes('/generated/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  // Keys that are put together: `summary.symptom.${code}` speaks for all that begin so.
  const stems = [...code.matchAll(/`([a-z][a-z_.]*)\$\{/g)].map(([, stem]) => stem!)
  const unused = vietnamese
    .map(([key]) => key)
    .filter((key) => {
      const moment = key.slice(key.indexOf('.') + 1)
      return (
        !code.includes(`'${key}'`) &&
        !code.includes(`'${moment}'`) &&
        !stems.some((stem) => key.startsWith(stem) || moment.startsWith(stem))
      )
    })
  expect(unused).toEqual([])
})
