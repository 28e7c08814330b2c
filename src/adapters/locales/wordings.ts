import { IntlMessageFormat } from 'intl-messageformat'
import type { Wordings } from '../../features/reminders/wordings.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Messages of the office, in the form of `locales/`. What people typed as angle brackets stays that. */
export function createWordings(): Wordings {
  const read = (message: string, language: string) => new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
  return {
    argumentsOf(message) {
      try {
        return namesIn(read(message, 'vi').getAst())
      } catch {
        return undefined
      }
    },
    fill: (message, language, values) => String(read(message, language).format({ ...values })),
  }
}

function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => [
    ...('value' in element && element.type !== 0 ? [String(element.value)] : []),
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : []),
  ])
}
