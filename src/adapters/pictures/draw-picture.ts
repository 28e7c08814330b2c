import { createRequire } from 'node:module'
import type { DrawPicture, SummaryPicture } from '../../features/summary/picture/picture.ts'
import { chartSpec, pictureFont, pictureWidth } from './chart-spec.ts'

const find = createRequire(import.meta.url)
const fontOf = (weight: string) => find.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`)
/** Pixels a unit: phones show three. */
const scale = 3

/** Draws with vega-lite and resvg, with the type that comes along: nothing depends on what is installed. Loaded when first drawn. */
export const drawPicture: DrawPicture = async (picture) => {
  const { renderAsync } = await import('@resvg/resvg-js')
  const drawn = await renderAsync(await svgOf(picture), {
    font: {
      loadSystemFonts: false,
      fontFiles: ['400Regular', '600SemiBold', '700Bold'].map(fontOf),
      defaultFontFamily: pictureFont,
    },
    fitTo: { mode: 'width', value: pictureWidth * scale },
  })
  return drawn.asPng()
}

async function svgOf(picture: SummaryPicture): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  const view = new vega.View(vega.parse(compile(chartSpec(picture)).spec), { renderer: 'none' })
  try {
    // Vega takes every letter for wide and leaves room at the right; everything stands within the width.
    return (await view.toSVG()).replace(
      / width="[\d.]+"( height="[\d.]+") viewBox="0 0 [\d.]+/,
      ` width="${pictureWidth}"$1 viewBox="0 0 ${pictureWidth}`,
    )
  } finally {
    view.finalize()
  }
}
