import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeSetting } from '../../../src/features/settings/change-setting.ts'
import { readSetting } from '../../../src/features/settings/read-setting.ts'
import { readValue } from '../../../src/features/settings/read-value.ts'
import { type SettingKey, type Settings, settingKeys } from '../../../src/features/settings/setting.ts'
import type { SettingChange, SettingsStore } from '../../../src/features/settings/settings-store.ts'

test.each([
  ['cutOff', '8h30', '08:30'],
  ['cutOff', '8:30', '08:30'],
  ['cutOff', '08.30', '08:30'],
  ['cutOff', '8 giờ 30 phút', '08:30'],
  ['cutOff', '8 giờ rưỡi', '08:30'],
  ['cutOff', '8h kém 15', '07:45'],
  ['cutOff', '8', '08:00'],
  ['summaryTime', '3h chiều', '15:00'],
  ['cutOff', '25h', undefined],
  ['cutOff', '8h75', undefined],
  ['cutOff', 'sáng sớm', undefined],
  ['answerMinutes', '30 phút', '30'],
  ['answerMinutes', 'nửa tiếng', '30'],
  ['answerMinutes', '1 tiếng rưỡi', '90'],
  ['answerMinutes', 'lâu', undefined],
  ['officeHours', '7h30-11h30, 13h30-17h', '07:30-11:30, 13:30-17:00'],
  ['officeHours', '7h30 đến 11h30 và 1h30', undefined],
  ['quietHours', '21h-6h30', '21:00-06:30'],
  ['quietHours', 'từ 21h đến 6h30', '21:00-06:30'],
  ['milkPrice', '6.286 đồng', '6286'],
  ['milkPrice', '6286đ/hộp', '6286'],
  ['milkPrice', 'sáu nghìn', undefined],
  ['milkBoxes', '1 hộp/trẻ', '1'],
  ['meals', '2', '2'],
  ['meals', 'hai ba', undefined],
  ['ward', 'là phường Gia Thụy', 'Gia Thụy'],
] as const)('%s: “%s” is %s', (key, typed, expected) => {
  expect(readValue(key, typed)).toBe(expected)
})

test.each([
  ['đặt giờ chốt báo ăn 8h30', 'set mealCutOff 8h30'],
  ['doi gio chot bao an thanh 8h', 'set mealCutOff 8h'],
  ['sửa giờ chốt sĩ số lúc 8h45 nhé', 'set cutOff 8h45'],
  ['đặt lại giờ nhắc cô lần 2 là 8h20', 'set secondCall 8h20'],
  ['đặt giờ tổng hợp: 9h30', 'set summaryTime 9h30'],
  ['đặt thời gian chờ phụ huynh 20 phút', 'set answerMinutes 20 phút'],
  ['chỉnh giờ yên lặng từ 21h đến 6h', 'set quietHours từ 21h đến 6h'],
  ['đặt giá sữa 6286', 'set milkPrice 6286'],
  ['đặt số hộp sữa mỗi trẻ là 1', 'set milkBoxes 1'],
  ['bỏ số suất ăn', 'unset meals'],
  ['đặt phường nhận báo cáo Gia Thụy', 'set ward gia thụy'],
  ['sửa Phương nghỉ', undefined],
  ['đặt giờ chốt báo ăn', 'set mealCutOff '],
  ['bỏ giờ chốt báo ăn', 'unset mealCutOff'],
  ['xem cài đặt', 'list'],
  ['cài đặt', 'list'],
  ['lịch sử cài đặt', 'history'],
  ['đặt giờ uống nước 9h', 'unknown'],
  ['đặt xe cho buổi dã ngoại', undefined],
  ['sửa hôm qua: An nghỉ phép, lý do: mẹ báo muộn', undefined],
  ['giờ chốt báo ăn là mấy giờ?', undefined],
  ['bỏ nghỉ 25/11', undefined],
])('“%s” wants: %s', (text, expected) => {
  const line = readSetting(text)
  const said = line && [line.kind, 'key' in line ? line.key : '', line.kind === 'set' ? line.typed : undefined]
  expect(said?.filter((part) => part !== undefined && part !== '').join(' ')).toBe(expected?.trim())
})

const defaults: Settings = {
  ...{ firstCall: '07:45', secondCall: '08:15', deputyCall: '08:30', officeCall: '08:45', cutOff: '08:45', answerMinutes: '30' },
  ...{ mealCutOff: null, summaryTime: '09:15', reminderTime: '07:00', officeHours: '07:30-11:30, 13:30-17:00' },
  ...{ quietHours: '21:00-06:30', restHours: '11:30-13:30', milkPrice: null },
  ...{ milkBoxes: null, meals: '1', ward: null },
}

/** A school whose settings stand in memory. */
function school() {
  const all: Record<SettingKey, string | null> = { ...defaults }
  const log: SettingChange[] = []
  const settings = {
    all: async () => ({ ...all }),
    change: async (change: SettingChange) => {
      all[change.key] = change.after
      log.push(change)
    },
  } as unknown as SettingsStore
  let count = 0
  const ids = { uuid: () => String(++count) }
  const by = { schoolId: 's', source: 'chat' as const, personId: 'p', now: new Date('2026-11-23T00:00:00Z') }
  const set = (key: SettingKey, typed: string | null) => changeSetting({ settings, ids }, { ...by, key, typed })
  return { all, log, set }
}

test.each([
  ['mealCutOff', '8h30', 'changed'],
  ['mealCutOff', null, 'same'],
  ['cutOff', null, 'needed'],
  ['cutOff', '15h', 'out_of_range'],
  ['firstCall', '8h20', 'order'],
  ['officeCall', '8h30', 'order'],
  ['answerMinutes', '0', 'out_of_range'],
  ['officeHours', '13h-17h, 7h-11h', 'overlap'],
  ['officeHours', '11h-7h', 'overlap'],
  ['quietHours', '21h-21h', 'overlap'],
  ['restHours', '13h-11h', 'overlap'],
  ['milkPrice', '5', 'out_of_range'],
] as const)('%s set to %s is %s', async (key, typed, expected) => {
  const changed = await school().set(key, typed)
  expect(changed.kind === 'refused' ? changed.why : changed.kind).toBe(expected)
})

test('whatever is typed, the calls stay in their order and every change is in the log with what stood before', async () => {
  const time = fc
    .tuple(fc.integer({ min: 5, max: 11 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${hour}h${minute < 10 ? '0' : ''}${minute}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...settingKeys), fc.oneof(time, fc.constant(null))), { maxLength: 30 }),
      async (wishes) => {
        const { all, log, set } = school()
        for (const [key, typed] of wishes) await set(key, typed)
        expect(all.firstCall! < all.secondCall! && all.secondCall! < all.deputyCall! && all.deputyCall! < all.officeCall!).toBe(
          true,
        )
        const replayed = { ...defaults } as Record<SettingKey, string | null>
        for (const { key, before, after } of log) {
          expect(replayed[key]).toBe(before)
          replayed[key] = after
        }
        expect(replayed).toEqual(all)
      },
    ),
    { numRuns: 200 },
  )
})
