import { encode } from 'uqr'
import { type Html, html } from '../html.ts'

/** A QR code as a drawing that prints sharp at any size. @param label what a screen reader says of it */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}"><path d="${dots.join('')}"></path></svg>`
}
