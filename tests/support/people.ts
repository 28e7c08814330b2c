/** Linked people of the sample school, and a stranger on each platform, by their ids there. */
export const users = {
  parent: '7714000000000000021',
  teacher: '41000001',
  office: '41000002',
  zaloStranger: '7714000000000000099',
  telegramStranger: '41000099',
}
