import { createRequire } from 'node:module'
import type { DrawPicture, SummaryPicture } from '../../features/summary/picture/picture.ts'
import { chartSpec, pictureFont, pictureWidth } from './chart-spec.ts'

const require = createRequire(import.meta.url)
const fontFiles = [
  require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
]
/** Pixels a unit: phones show three. */
const scale = 3

/** Draws with vega-lite and resvg, with the type that comes along: nothing depends on what is installed. Loaded when first drawn. */
export const drawPicture: DrawPicture = async (picture) => {
  const { renderAsync } = await import('@resvg/resvg-js')
  const drawn = await renderAsync(await svgOf(picture), {
    font: {
      loadSystemFonts: false,
      fontFiles,
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
