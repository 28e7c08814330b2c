import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomIds } from '../../../src/adapters/ids.ts'
import { findCode } from '../../../src/features/people/invite.ts'

test('a code is found however it is pasted or typed', () => {
  const separator = fc.constantFrom('-', ' ', '', '–', ' - ')
  const around = fc.constantFrom(['', ''], ['/start ', ''], ['mã ', ''], [' ', '\n'], ['Mã ', '.'])
  const asTyped = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toLowerCase(),
  )
  fc.assert(
    fc.property(separator, separator, around, asTyped, (one, two, [before, after], typed) => {
      const [first, second] = [randomIds.code(5), randomIds.code(5)]
      expect(findCode(typed(`${before}MN${one}${first}${two}${second}${after}`))).toBe(`MN-${first}-${second}`)
    }),
  )
})

test('within a sentence a code needs its dashes', () => {
  expect(findCode('Dạ em gửi cô mã mn-7k4qw-2hxpd ạ')).toBe('MN-7K4QW-2HXPD')
})

test.each([
  'trường mn quang minh',
  'mn quang trung',
  'truong mn thanh hoang o dau',
  'mn hoang trang dong cua luc may gio',
  'mn',
  'MN-123',
  '',
])('a school’s name is no code: %s', (text) => {
  expect(findCode(text)).toBeUndefined()
})
