import { zipArchive } from '../../src/adapters/files/zip-archive.ts'

const cellOf = (place: string, value: string): string =>
  value.startsWith('<') ? value.replace('<c', `<c r="${place}"`) : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`

/** Rows of a sheet as XML, from line 1; `null` leaves a cell out, text that begins with `<c` is a cell as it stands. */
export function sheetRows(rows: readonly (readonly (string | null)[])[]): string {
  return rows
    .map((cells, index) => {
      const line = index + 1
      const written = cells.map((cell, column) =>
        cell === null ? '' : cellOf(`${String.fromCharCode(65 + column)}${line}`, cell),
      )
      return `<row r="${line}">${written.join('')}</row>`
    })
    .join('')
}

/** An Excel file of these sheets, each the XML within and after `sheetData`. */
export function excelFile(sheets: Readonly<Record<string, { rows: string; after?: string }>>): Uint8Array {
  const names = Object.keys(sheets)
  const relation = (index: number) =>
    `<Relationship Id="rId${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index}.xml"/>`
  return zipArchive([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: '_rels/.rels', content: '<Relationships/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${names.map((_name, index) => relation(index + 1)).join('')}</Relationships>`,
    },
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet><sheetData>${sheets[name]!.rows}</sheetData>${sheets[name]!.after ?? ''}</worksheet>`,
    })),
  ])
}

/** An iCalendar file of these entries. */
export const icsOf = (...entries: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...entries, 'END:VCALENDAR', ''].join('\r\n')

export const icsEntry = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'DTSTAMP:20260801T000000Z', ...lines, 'END:VEVENT'].join('\r\n')
