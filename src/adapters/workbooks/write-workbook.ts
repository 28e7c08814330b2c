import type { Cell, Sheet, WriteWorkbook } from '../../features/summary/workbook/workbook.ts'
import { columnName } from '../../features/summary/workbook/workbook.ts'

/** Writes XLSX. A text is written as a text in Excel's own "text" format, so that `=cmd|…` is a name like any other. */
export const writeWorkbook: WriteWorkbook = async (sheets) => {
  const { default: write } = await import('write-excel-file/node')
  const file = write(
    sheets.map(({ name, rows, widths, headerRows }) => ({
      data: rows.map((row) => row.map(toCell)),
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headerRows,
    })),
    {
      fontFamily: 'Calibri',
      fontSize: 11,
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml, _options, { sheetIndex }) => withValues(xml, sheets[sheetIndex]),
              },
            },
          },
        },
      ],
    },
  )
  return await file.toBuffer()
}

function toCell(cell: Cell) {
  switch (cell?.kind) {
    case undefined:
      return null
    case 'text':
      return { type: String, value: cell.text, format: '@', ...(cell.bold ? { fontWeight: 'bold' as const } : {}) }
    case 'number':
      return { type: Number, value: cell.value, format: cell.decimals === undefined ? '0' : `0.${'0'.repeat(cell.decimals)}` }
    case 'date':
      return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'dd/mm/yyyy' }
    case 'formula':
      return {
        type: 'Formula' as const,
        value: `=${cell.formula}`,
        format: cell.isShare ? '0.0%' : '0',
        fontWeight: 'bold' as const,
      }
  }
}

/** Puts beside each formula what it comes to: a phone's viewer shows that, and calculates nothing. */
function withValues(xml: string, sheet: Sheet | undefined): string {
  const values = new Map<string, number | null>(
    (sheet?.rows ?? []).flatMap((row, at) =>
      row.flatMap((cell, column) => (cell?.kind === 'formula' ? [[`${columnName(column)}${at + 1}`, cell.value] as const] : [])),
    ),
  )
  return xml.replace(
    /<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g,
    (_all, address: string, rest: string, formula: string) => {
      const value = values.get(address) ?? null
      const bare = formula.replace(/^=/, '')
      return value === null
        ? `<c r="${address}"${rest} t="str"><f>${bare}</f><v></v></c>`
        : `<c r="${address}"${rest}><f>${bare}</f><v>${value}</v></c>`
    },
  )
}
