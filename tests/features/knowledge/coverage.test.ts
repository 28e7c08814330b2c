import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exclusions } from './coverage-exclusions.ts'
import { numbersOf } from './numbers.ts'
import { packEntries } from './pack-entries.ts'

interface SourceFigure {
  readonly figure: string
  readonly label: string
  readonly section: string
}

const documentIds = ['000', '001', '002', '003', '004']

async function figuresOf(document: string): Promise<readonly SourceFigure[]> {
  const { figures }: { figures: readonly SourceFigure[] } = await import(`./figures-${document}.ts`)
  return figures
}

/** A document number is compared as a whole, percentages with percentages; the words of other units are wording. */
function keyOf(figure: string): string {
  const percent = figure.includes('%') ? '%' : ''
  const letters = /\/?[A-ZĐ]{2}[\p{L}&/-]*/u.exec(figure)?.[0] ?? ''
  return `${numbersOf(figure).join(' ')}${percent}${letters}`
}

/** `58 %` in another section is another fact; a document number or a full date is the same one wherever it stands. */
function isUnmistakable(figure: string): boolean {
  return /[A-ZĐ]{2}/.test(figure) || /\d\/\d+\/\d{4}/.test(figure)
}

test('every document has its list of figures', () => {
  const listed = readdirSync(new URL('.', import.meta.url)).filter((name) => /^figures-\d{3}\.ts$/.test(name))
  expect(listed.sort()).toEqual(documentIds.map((id) => `figures-${id}.ts`))
})

test.each(documentIds)(
  'every figure of document %s is carried by an entry of its section, or its absence is explained',
  async (document) => {
    const entries = packEntries.map(({ entry }) => entry).filter((entry) => entry.document === document)
    const explained = exclusions.filter((exclusion) => exclusion.document === document)
    const missing = (await figuresOf(document)).filter(({ figure, section }) => {
      const carried = entries.some(
        (entry) =>
          (isUnmistakable(figure) || entry.section.startsWith(section) || section.startsWith(entry.section)) &&
          entry.figures.some(({ value, unit }) => keyOf(`${value} ${unit}`) === keyOf(figure)),
      )
      return !carried && !explained.some((exclusion) => exclusion.figure === figure && exclusion.section === section)
    })
    expect(missing).toEqual([])
  },
)

test('no exclusion explains a figure that no list has', async () => {
  for (const { document, figure, section, reason } of exclusions) {
    const listed = await figuresOf(document)
    expect(listed.some((source) => source.figure === figure && source.section === section)).toBe(true)
    expect(reason.length).toBeGreaterThan(15)
  }
})
