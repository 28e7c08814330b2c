/** A sheet without its empty rows. */
export interface SlimSheet {
  /** The rows that hold something, numbered from 1 without gaps. */
  readonly xml: string
  /** For each of them its number in the file. */
  readonly lines: readonly number[]
}

const row = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g
const cell = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g
const numberOf = /\br="(\d+)"/
const errorText = '#VALUE!'

/**
 * Leaves the rows of a sheet that hold a value. Programs keep a million rows that somebody once gave a colour, and a reader that makes a
 * list of each takes minutes for them. A formula without a value, or with an error for one, stays as the text `#VALUE!`.
 * @param most rows with something in them; undefined: the sheet has more
 */
export function slimSheet(xml: string, most: number): SlimSheet | undefined {
  const from = xml.indexOf('<sheetData')
  const to = xml.lastIndexOf('</sheetData>')
  if (from < 0 || to < from) return { xml, lines: [] }
  const lines: number[] = []
  const kept: string[] = []
  let last = 0
  for (const [, attributes = '', content = ''] of xml.slice(from, to).matchAll(row)) {
    last = Number(numberOf.exec(attributes)?.[1] ?? last + 1)
    if (!/<(?:v|t|f)\b/.test(content)) continue
    if (lines.length >= most) return undefined
    lines.push(last)
    kept.push(`<row r="${lines.length}">${cellsOf(content, lines.length)}</row>`)
  }
  const head = xml.slice(0, from).replace(/<dimension\b[^>]*\/>/, '')
  return { xml: `${head}<sheetData>${kept.join('')}</sheetData></worksheet>`, lines }
}

function cellsOf(content: string, number: number): string {
  return content.replace(cell, (_all, attributes: string, inner = '') => {
    const own = attributes.replace(/\br="([A-Z]+)\d+"/, `r="$1${number}"`)
    const isError = /\bt="e"/.test(own) || (/<f\b/.test(inner) && !/<v>[^<]/.test(inner))
    if (!isError) return inner === '' ? `<c${own}/>` : `<c${own}>${inner}</c>`
    const place = /\br="[A-Z]+\d+"/.exec(own)?.[0] ?? ''
    return `<c ${place} t="inlineStr"><is><t>${errorText}</t></is></c>`
  })
}
