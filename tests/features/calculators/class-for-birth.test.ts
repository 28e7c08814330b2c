import { expect, test } from 'vitest'
import { createPhrases } from '../../../src/adapters/locales/phrases.ts'
import { readBirthQuestion, tellClassForBirth } from '../../../src/features/calculators/class-for-birth.ts'
import type { SchoolClass } from '../../../src/features/people/person.ts'

const today = '2026-11-23'
const classes: SchoolClass[] = (['nursery', '3-4', '4-5', '5'] as const).map((age) => ({
  id: age,
  schoolId: 's',
  code: age,
  name: `Lớp ${age}`,
  age,
  children: [],
}))
const tell = (text: string) => {
  const question = readBirthQuestion(text, today)
  return question && tellClassForBirth(createPhrases(), { question, classes, school: 'Trường Hoa Nắng', language: 'vi' })
}

test.each([
  ['bé sinh 12/5/2022 thì học lớp nào ạ', '4 tuổi (2026 − 2022)', 'Lớp 4-5'],
  ['be sinh nam 2023 vao lop gi', '3 tuổi (2026 − 2023)', 'Lớp 3-4'],
  ['Con em sinh tháng 3/2022, năm học tới học lớp nào?', '5 tuổi (2027 − 2022)', 'Lớp 5'],
  ['cháu sinh ngày 01/01/2021 năm học 2026-2027 vào lớp nào', '5 tuổi (2026 − 2021)', 'Lớp 5'],
])('“%s” is answered with its sum and the school’s class', (text, sum, name) => {
  const told = tell(text)
  expect(told?.text).toContain(sum)
  expect(told?.text).toContain(name)
  expect(told?.forOffice).toBe(false)
})

test('for the youngest it is not known from which month the school takes children, and the office is asked', () => {
  const told = tell('bé sinh tháng 10/2025 vào nhóm nào')
  expect(told?.text).toContain('từ bao nhiêu tháng thì em chưa biết')
  expect(told?.forOffice).toBe(true)
})

test('a child of six goes to primary school', () => {
  expect(tell('con sinh năm 2020 học lớp nào')?.text).toContain('tiểu học')
})

test.each(['lớp 5 tuổi có mấy bé', 'năm 2022 có lớp nào', 'bé sinh hôm qua', 'sinh nhật bé 12/5/2022 tổ chức ở lớp nào'])(
  '“%s” is no such question',
  (text) => {
    expect(readBirthQuestion(text, today)).toBeUndefined()
  },
)

test('a child who is not born yet has no class', () => {
  expect(tell('bé sinh 5/2027 học lớp nào')).toBeUndefined()
})
