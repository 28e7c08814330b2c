import type { Concept } from './concept.ts'

/** School milk and money. */
export const milk: readonly Concept[] = [
  [
    'milk',
    'sữa học đường | sữa hđ | shđ | shd | sữa trường | đề án sữa | đề án sữa học đường | chương trình sữa | chương trình sữa học đường | uống sữa | tiền sữa | sữa | sữa ở trường | school milk | milk programme | milk program | milk scheme | school milk scheme | milk',
  ],
  [
    'free',
    'miễn phí | miễn tiền | được miễn | miễn đóng | miễn 100 | miễn | không mất tiền | khỏi đóng | không phải đóng | không phải trả | không cần đóng | không đóng | khỏi trả | ko phải đóng | free | free of charge | for free | exempt | exempted | no charge | nothing to pay | without paying | khỏi mất tiền | có mất tiền | mất tiền không | có phải đóng | có phải đóng tiền | phải nộp tiền không | hổng mất tiền | khỏi tốn | 0 đồng',
  ],
  ['discount', 'giảm | miễn giảm | được giảm | discount | reduced | reduction | bớt | được bớt | giảm bớt'],
]

/** Verbs of paying and helping: they colour a question, the thing they are about decides. */
export const paying: readonly Concept[] = [
  [
    'pay',
    'đóng | trả | góp | đóng góp | nộp | chi trả | chịu | bỏ ra | bỏ tiền | đóng tiền | nộp tiền | tốn | mất tiền | pay | pays | paid | paying | contribute | contributes | contribution | pay for | phải đóng | phải trả | bao nhiêu bên | mỗi bên | phải bỏ | bỏ ra mấy | móc ra | hết bao nhiêu phần',
  ],
  [
    'support',
    'covers | cover the | remaining part | hỗ trợ | được hỗ trợ | trợ giúp | bù | tài trợ | support | supports | supported | help | covers | cover | subsidise | subsidize | subsidised | funded | hỗ trợ cho',
  ],
  ['money', 'tiền | kinh phí đóng | chi phí'],
  [
    'start',
    'bắt đầu | khởi động | bắt đầu từ | start | starts | started | begin | begins | began | từ ngày | triển khai từ | vào học',
  ],
  [
    'end',
    'kết thúc | đến khi nào | đến bao giờ | đến hết | hết khi nào | tới khi nào | end | ends | ended | until | finish | finished | stop on | hoàn thành | ngừng | dừng | dừng lại | chấm dứt',
  ],
  [
    'continue',
    'tiếp tục | còn tiếp tục | continue | continues | continued | still | vẫn còn | còn nữa không | duy trì | kéo dài | gia hạn | còn được',
  ],
  ['drink', 'uống | được uống | drink | drinks | drinking'],
]
