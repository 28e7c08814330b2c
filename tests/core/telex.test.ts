import { expect, test } from 'vitest'
import { decodeTelex } from '../../src/core/telex.ts'

test.each([
  ['truowngf', 'trường'],
  ['truwowngf', 'trường'],
  ['truongwf', 'trường'],
  ['ooms', 'ốm'],
  ['dduwowcj', 'được'],
  ['dduocwj', 'được'],
  ['duwocdj', 'được'],
  ['hocj', 'học'],
  ['ddoongf', 'đồng'],
  ['khoong', 'không'],
  ['nghir', 'nghỉ'],
  ['soots', 'sốt'],
  ['suwax', 'sữa'],
  ['sauw', undefined],
  ['nguwowif', 'người'],
  ['quaays', 'quấy'],
  ['giuwax', 'giữa'],
  ['hoaf', 'hòa'],
  ['hoangf', 'hoàng'],
  ['tuooir', 'tuổi'],
  ['vawngs', 'vắng'],
  ['ddau', 'đau'],
  ['mej', 'mẹ'],
  ['nhw', 'như'],
  ['DDuwowngf', 'đường'],
  ['thuyf', 'thùy'],
  ['quynhf', 'quỳnh'],
  ['Quyts', 'quýt'],
  ['quyeenr', 'quyển'],
  ['oms', 'ốm'],
])('a leftover of Telex keys is read: %s', (typed, meant) => {
  expect(decodeTelex(typed)).toBe(meant)
})

test.each(
  'as of tes an hoc truong con this been school food milk test parents songs weeks class boss off too http see room 12a how'.split(
    ' ',
  ),
)('a word that is no leftover stays: %s', (word) => {
  expect(decodeTelex(word)).toBeUndefined()
})
