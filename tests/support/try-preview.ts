import axios from 'axios'
import { createMovableClock } from '../../src/adapters/clock.ts'
import { registerConsole } from '../../src/adapters/web/console/today-page.ts'
import { createServer } from '../../src/adapters/web/server.ts'
import { registerTry } from '../../src/adapters/web/try/try-page.ts'
import { addDays, instantOf, schoolDayOf } from '../../src/core/clock.ts'
import { emulatedTelegramToken, startTelegramEmulator } from '../../src/emulators/telegram-emulator.ts'
import { startZaloEmulator } from '../../src/emulators/zalo-server.ts'
import { summarise } from '../../src/features/summary/totals.ts'

const clock = createMovableClock()
clock.moveTo(instantOf('2026-11-23', '06:52'))
const telegram = await startTelegramEmulator({ now: clock.now })
const zalo = await startZaloEmulator({
  appId: '12',
  appSecret: 's',
  oaSecretKey: 'k',
  oaId: '3300000000000000007',
  firstRefreshToken: 'seed',
  now: clock.now,
})
const http = axios.create({ validateStatus: () => true, proxy: false })
const users = { parent: '7714000000000000021', teacher: '501', office: '502' }
await http.put(`${zalo.url}/emulator/phones/${users.parent}`, { name: 'Lan', started: true })
await http.put(`${telegram.url}/emulator/phones/${users.teacher}`, { name: 'Hoa', started: true })
await http.put(`${telegram.url}/emulator/phones/${users.office}`, { name: 'Mai', started: true })
const bot = (method: string, body: object) => http.post(`${telegram.url}/bot${emulatedTelegramToken}/${method}`, body)
const pair = await http.post(
  `${zalo.url}/v4/oa/access_token`,
  new URLSearchParams({ app_id: '12', grant_type: 'refresh_token', refresh_token: 'seed' }),
  { headers: { secret_key: 's' } },
)
const zaloSay = (text: string) =>
  http.post(
    `${zalo.url}/v3.0/oa/message/cs`,
    { recipient: { user_id: users.parent }, message: { text } },
    { headers: { access_token: pair.data.access_token } },
  )
await http.post(`${zalo.url}/emulator/phones/${users.parent}/messages`, { text: 'sua hoc duong phu huynh dong bao nhieu %' })
await zaloSay(
  'Phụ huynh đóng 47 % tiền sữa.\n\nTheo Kế hoạch sữa học đường quận Long Biên năm 2020, mục II.5.2 (07/09/2020 – 31/12/2020). Văn bản này đã hết hiệu lực, em chưa biết bản mới hơn ạ.',
)
await http.post(`${zalo.url}/emulator/phones/${users.parent}/messages`, { text: 'tuyển sinh 5 tuổi thế nào' })
await zaloSay('Chị hỏi cho nơi nào ạ?\n1. Quận Long Biên, Hà Nội\n2. Hải Phòng\n3. Huyện Krông Pa, Gia Lai')
await http.post(`${telegram.url}/emulator/phones/${users.teacher}/messages`, {
  text: 'A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép',
})
const sent = await bot('sendMessage', {
  chat_id: users.teacher,
  text: '28/30 bé có mặt – lớp Mẫu giáo lớn A1, ngày 23/11/2026.\nVắng 2: Nguyễn Hoài An (ốm, sốt 38,5 °C), Trần Thái Bình (ốm, ho, có phép).\nĐúng chưa cô?',
  reply_markup: {
    inline_keyboard: [
      [
        { text: 'Đúng rồi', callback_data: 'yes' },
        { text: 'Hoàn tác', callback_data: 'no' },
      ],
    ],
  },
})
await bot('sendMessage', {
  chat_id: users.office,
  text: 'Có mặt 81/88 trẻ (92,0 %), thứ Hai 23/11/2026, mới tính 3/4 lớp.\nTrường Mầm non Hoa Nắng\n\nChưa báo (1 lớp): Nhà trẻ D1.\nVắng 7: ốm 4, việc gia đình 2, chưa rõ lý do 1.\n\nTừng lớp:\nMẫu giáo lớn A1: 28/30, vắng 2\nMẫu giáo nhỡ B1: 27/29, vắng 2',
})
await bot('sendMessage', { chat_id: users.office, text: '<img src=x onerror=alert(1)> & <b>không đậm</b>' })
void bot('getUpdates', {})
void sent

const app = createServer()
registerTry(app, {
  schoolName: 'Trường Mầm non Hoa Nắng',
  phones: [
    {
      id: 'parent',
      platform: 'zalo',
      emulatorUrl: zalo.url,
      user: users.parent,
      title: 'Phụ huynh · Zalo',
      person: 'Chị Lan, phụ huynh bé An',
      hints: ['sua hoc duong phu huynh dong bao nhieu %', 'Mai bé nghỉ ốm', 'Giá một hộp sữa là bao nhiêu?'],
    },
    {
      id: 'teacher',
      platform: 'telegram',
      emulatorUrl: telegram.url,
      user: users.teacher,
      title: 'Cô giáo · Telegram',
      person: 'Cô Hoa, chủ nhiệm lớp Mẫu giáo lớn A1',
      hints: ['A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép', 'đủ'],
    },
    {
      id: 'office',
      platform: 'telegram',
      emulatorUrl: telegram.url,
      user: users.office,
      title: 'Văn phòng · Telegram',
      person: 'Chị Mai, văn phòng nhà trường',
      hints: ['hôm nay thế nào', 'trợ giúp'],
    },
  ],
  clock: {
    now: () => clock.now(),
    async moveTo(step) {
      const day = schoolDayOf(clock.now())
      const to = step === 'next-school-day' ? instantOf(addDays(day, 1), '06:45') : instantOf(day, step)
      clock.moveTo(to > clock.now() ? to : instantOf(addDays(day, 1), step === 'next-school-day' ? '06:45' : step))
      await bot('sendMessage', { chat_id: users.office, text: `Đã tua tới ${step}` })
    },
  },
})
const absent = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `x${index}`,
    reason: 'sick' as const,
    symptoms: ['fever' as const],
    temperatureC: null,
    excused: null,
  }))
const report = (present: number, total: number) => ({
  present,
  total,
  absent: absent(total - present),
  illPresent: [],
  leftEarly: [],
  unnamedAbsent: 0,
})
registerConsole(app, {
  today: async () => [
    {
      school: 'Trường Mầm non Hoa Nắng',
      day: schoolDayOf(clock.now()),
      summary: summarise([
        { className: 'Mẫu giáo lớn A1', ageGroup: '5', enrolled: 30, report: report(28, 30), state: 'confirmed' },
        { className: 'Mẫu giáo nhỡ B1', ageGroup: '4-5', enrolled: 29, report: report(27, 28), state: 'unconfirmed' },
        { className: 'Mẫu giáo bé C1', ageGroup: '3-4', enrolled: 27, report: report(26, 27), state: 'confirmed' },
        { className: 'Nhà trẻ D1', ageGroup: 'nursery', enrolled: 22, report: null, state: 'not_reported' },
      ]),
      reportedAt: { 'Mẫu giáo lớn A1': clock.now(), 'Mẫu giáo nhỡ B1': clock.now(), 'Mẫu giáo bé C1': clock.now() },
      openQuestions: 2,
    },
  ],
})
console.log(await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 4510) }))
