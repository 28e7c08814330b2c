import type { TopLevelSpec } from 'vega-lite'
import { type BarPart, barParts, type SummaryPicture } from '../../features/summary/picture/picture.ts'

type Part = Extract<TopLevelSpec, { readonly vconcat: unknown }>['vconcat'][number]

/** Units across the picture, as on a phone 360 wide; it is drawn at three times that. */
export const pictureWidth = 360
export const pictureFont = 'Be Vietnam Pro'

/** Of Okabe and Ito's palette: told apart with every common colour blindness, and by lightness alone. */
const colours: Readonly<Record<BarPart, string>> = { present: '#0072B2', ill: '#D55E00', away: '#F0C24B' }
const ink = '#1d2733'
const faint = '#5a6672'
const margin = 12
const innerWidth = pictureWidth - 2 * margin
const rowHeight = 24
const mostLabel = 14
const mostLine = 46

/** Both charts under the headline. Every figure is printed, so that no colour and no axis has to be read for it. */
export function chartSpec(picture: SummaryPicture): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: '#ffffff',
    padding: margin,
    config: {
      font: pictureFont,
      view: { stroke: null },
      axis: { labelColor: ink, domain: false, ticks: false, grid: false },
      title: { anchor: 'start', color: ink, fontSize: 14, fontWeight: 700, offset: 8 },
    },
    title: {
      text: picture.headline,
      fontSize: 18,
      offset: 14,
      anchor: 'start',
      subtitle: [picture.title, ...wrapped(picture.school), ...(picture.note === '' ? [] : [picture.note])],
      subtitleFontSize: 13,
      subtitleLineHeight: 18,
      subtitleColor: faint,
      subtitlePadding: 6,
    },
    spacing: 20,
    vconcat: [legend(picture), classChart(picture), dayChart(picture)],
  }
}

/** Every mark has its place by itself: without a browser nobody measures text, so no axis may push the rest aside. */
function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && longer.length <= mostLine) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const shortened = (label: string) => (label.length > mostLabel ? `${label.slice(0, mostLabel - 1)}…` : label)

function legend({ legend: words, classes, classesTitle }: SummaryPicture): Part {
  const some = (part: BarPart) => classes.some(({ parts }) => (parts?.[part] ?? 0) > 0)
  const shown = barParts.filter(some).map((part, at) => ({ part, at, label: words[part] }))
  return {
    title: classesTitle,
    width: innerWidth,
    height: Math.max(1, shown.length) * 18,
    data: { values: shown },
    encoding: { y: { field: 'at', type: 'ordinal', axis: null } },
    layer: [
      {
        mark: { type: 'square', size: 140, opacity: 1, xOffset: 6 },
        encoding: { x: { value: 0 }, color: colourOfParts() },
      },
      {
        mark: { type: 'text', align: 'left', fontSize: 13, color: ink },
        encoding: { x: { value: 20 }, text: { field: 'label' } },
      },
    ],
  }
}

const colourOfParts = () => ({
  field: 'part',
  type: 'nominal' as const,
  scale: { domain: [...barParts], range: barParts.map((part) => colours[part]) },
  legend: null,
})

function classChart({ classes }: SummaryPicture): Part {
  const rows = classes.map(({ label }) => label)
  const figureWidth = 8 + 8.8 * Math.max(...classes.map(({ figure, parts }) => (parts === null ? 0 : figure.length)))
  const labelWidth = 8 + 8 * Math.max(2, ...rows.map((label) => shortened(label).length))
  const parts = classes.flatMap(({ label, parts: counted }) =>
    counted === null ? [] : barParts.map((part, order) => ({ label, part, order, children: counted[part] })),
  )
  const ends = classes.map(({ label, figure, parts: counted, roster }) => {
    const end = counted === null ? 0 : counted.present + counted.ill + counted.away
    return { label, figure, end, silent: counted === null ? roster : 0 }
  })
  const most = Math.max(1, ...ends.map(({ end, silent }) => Math.max(end, silent)))
  const y = { field: 'label', type: 'nominal' as const, sort: rows, axis: null }
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: {
      domain: [0, most],
      range: [labelWidth, innerWidth - figureWidth],
      nice: false,
    },
  })
  return {
    width: innerWidth,
    height: { step: rowHeight },
    layer: [
      {
        data: { values: rows.map((label) => ({ label, short: shortened(label) })) },
        mark: { type: 'text', align: 'left', fontSize: 13, color: ink },
        encoding: { y, x: { value: 0 }, text: { field: 'short' } },
      },
      {
        data: { values: ends.filter(({ silent }) => silent > 0) },
        mark: { type: 'bar', filled: false, stroke: faint, strokeDash: [3, 3], height: { band: 0.7 } },
        encoding: { y, x: x('silent') },
      },
      {
        data: { values: parts },
        mark: { type: 'bar', height: { band: 0.7 } },
        encoding: { y, x: { ...x('children'), stack: 'zero' }, color: colourOfParts(), order: { field: 'order' } },
      },
      {
        data: { values: ends.filter(({ silent }) => silent === 0) },
        mark: { type: 'text', align: 'left', dx: 5, fontSize: 13, fontWeight: 600, color: ink },
        encoding: { y, x: x('end'), text: { field: 'figure' } },
      },
      {
        data: { values: ends.filter(({ silent }) => silent > 0) },
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 13, color: ink },
        encoding: { y, x: x('end'), text: { field: 'figure' } },
      },
    ],
  }
}

function dayChart({ days, daysTitle, daysNote }: SummaryPicture): Part {
  const values = days.map((one, at) => ({ ...one, at }))
  const rates = days.flatMap(({ rate }) => rate ?? [])
  // A line, not bars: its scale need not begin at nothing, and the figures stand at the points.
  const floor = Math.max(0, Math.min(95, ...rates) - 5)
  const x = {
    field: 'at',
    type: 'ordinal' as const,
    axis: {
      title: null,
      labelAngle: 0,
      labelFontSize: 11,
      labelLineHeight: 13,
      labelExpr: `[${values.map(({ weekday, date }) => JSON.stringify([weekday, date])).join(',')}][datum.value]`,
    },
  }
  const y = {
    field: 'rate',
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [floor, 100], nice: false, zero: false },
  }
  const rated = values.filter(({ rate }) => rate !== null)
  return {
    title: { text: daysTitle, ...(daysNote === '' ? {} : { subtitle: daysNote, subtitleFontSize: 11, subtitleColor: faint }) },
    width: innerWidth,
    height: 90,
    layer: [
      {
        data: { values },
        mark: { type: 'line', color: colours.present, strokeWidth: 2, invalid: 'break-paths-show-domains' },
        encoding: { x, y },
      },
      {
        data: { values: rated },
        mark: { type: 'point', filled: true, opacity: 1, size: 70, stroke: colours.present, strokeWidth: 2 },
        encoding: {
          x,
          y,
          fill: { condition: { test: 'datum.isComplete', value: colours.present }, value: '#ffffff' },
        },
      },
      {
        data: { values: rated },
        mark: { type: 'text', dy: -13, fontSize: 11, fontWeight: 600, color: ink },
        encoding: { x, y, text: { field: 'figure' } },
      },
      {
        data: { values: values.filter(({ rate }) => rate === null) },
        mark: { type: 'text', fontSize: 13, color: faint },
        encoding: { x, y: { value: 45 }, text: { field: 'figure' } },
      },
    ],
  }
}
