import { withoutDiacritics } from '../../core/text.ts'
import { soundOf, type Word } from '../knowledge/words.ts'

/** Words that ask, address, and join: whatever stands beside them says what a question is about. */
const words = `
à ạ ai anh ba bà bác ban bạn bao báo bé bên bot buổi các cái cảm cám cần chắc cháu chị chi cho chú chưa chung có con còn cô của cũng
dạ dì đã đang đâu để đến đi đó đóng được em ê ghi gì giá giờ giúp gửi hả hàng hay hằng hen hết hỏi hôm họ học huynh khi không kính là lại
làm lần lớp luôn lúc ma mà má mấy mẹ mình mỗi mong một mức muốn nam năm nào này nay nên nếu ngày người nhà nhé nhỉ nhiêu nhiều như nhờ nhưng
những nộp ơi ơn ở ông phải phụ qua quý ra rằng rất rồi sao sẽ số ta tại tháng thầy thế thêm thì thôi thưa thường tiền tới tôi trẻ trên
trong trường từ tuần và vậy vầy về vì với vừa vui lòng xem xin y biết ta
the is are do does did i my our your we you can could would please what when where who how which to for of in on at a an and or have has
there any it be will shall should me us get know tell much many want need like thanks thank hello hi school`
  .split(/\s+/)
  .filter((word) => word !== '')

const folded = new Set(words.map(withoutDiacritics))
const sounds = new Set(words.map((word) => soundOf(word.normalize('NFC'))))

/** Whether a word says nothing of its own. Marks decide where they are typed: `muốn` asks, `muộn` is late. */
export function isPlain(word: Word): boolean {
  return word.isMarked ? sounds.has(word.sound) : folded.has(word.folded)
}
