/** Sentences that give orders to the bot instead of reporting; they are blanked before reading, so that a report around them still counts. */
const order =
  /(?:ignore|disregard|forget|system|prompt|instruction|assistant|jailbreak|developer mode|override|bỏ qua (?:mọi|tất cả|các|hết|toàn bộ|hướng dẫn|lệnh|quy tắc|chỉ dẫn)|bo qua (?:moi|tat ca|cac|het|toan bo|huong dan|lenh|quy tac)|quên (?:mọi|hết|các|tất cả)|quen (?:moi|het|cac|tat ca)|hướng dẫn (?:trước|ở trên|phía trên|trên|hệ thống)|huong dan (?:truoc|o tren|tren|he thong)|đánh dấu (?:tất cả|cả lớp|mọi|hết)|danh dau (?:tat ca|ca lop|moi|het)|hãy (?:ghi|đặt|đánh|trả lời|xóa|xoá|in|báo|đổi|sửa|coi|cho)|hay (?:ghi|dat|danh dau|tra loi|xoa|in ra)|mark (?:everyone|all|every)|set (?:present|absent|everyone|all)|xóa (?:hết|toàn bộ|dữ liệu|danh sách)|xoa (?:het|toan bo|du lieu|danh sach)|from now on|you are|bạn là (?:ai|một|trợ)|drop table|select \*|<\/?[a-z]+>|giả vờ|đóng vai)/iu

/** What programs write to each other: `{"present": 0, …}` and queries. */
const records = /[{[][^{}[\]\n]{0,200}["'][\w-]{1,40}["']\s*:[^\n]*[}\]]/gsu
const queries =
  /\b(?:(?:drop|alter|truncate|create)\s+table|delete\s+from\s+\w|insert\s+into\s+\w|update\s+\w+\s+set|select\s+[\w*, ]+from)[^;\n]*;?(?:\s*--)?/giu

/** Blanks what programs would read, and the sentences (or brackets) that hold an order to the bot. */
export function withoutOrders(typed: string): string {
  const text = typed.slice(0, 20_000).replace(records, ' ').replace(queries, ' ')
  if (!order.test(text)) return text
  return (
    text
      .split(/(?<=[!?\n;]|\.(?=\s|$)|(?=[([]))|(?<=[)\]])|(?=[([])/u)
      // What stands before the order may be the report itself.
      .map((sentence) => sentence.slice(0, order.exec(sentence)?.index))
      .join('')
  )
}
