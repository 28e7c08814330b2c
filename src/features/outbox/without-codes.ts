/** Codes that open something for whoever has them: of an invitation, of the console. */
const codes = [/\bMN\s?[-–—]\s?[A-Z0-9]{5}\s?[-–—]\s?[A-Z0-9]{5}\b/gi, /\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b/g]

/** A message as others than its reader may see it. */
export function withoutCodes(text: string): string {
  return codes.reduce((shown, code) => shown.replace(code, '••••'), text)
}
