/** Words that join, turn round or correct what is said, and that place it in time. Written with their marks; alternatives parted by `|`. Longest match wins. */
export const joints = {
  and: `
    và | với | cùng | cùng với | and | lẫn | va`,
  each: `
    đều | đều bị | cùng bị | both | all | cùng một bệnh | tất cả đều | các bạn đều | các con đều | các bé đều |
    các cháu đều | chung`,
  same: `
    cũng thế | cũng vậy | cũng như thế | cũng như vậy | tương tự | cũng rứa | y vậy | như trên | same | cũng bị vậy |
    giống vậy | cũng giống vậy | cũng bị thế | likewise | the same | y chang | y hệt | nt`,
  turns: `
    lần lượt | theo thứ tự | respectively | lần lượt là | lần lượt bị`,
  not: `
    không | chẳng | chả | không bị | không còn | hết | đã hết | khỏi | đã khỏi | đỡ | đã đỡ | không có | chưa |
    không thấy | no | not | hông | without | no longer | bớt | đã bớt | hết bị | hạ | đã hạ | ko | khong con bi`,
  instead: `
    chứ không phải | không phải | chứ không phải là | không phải là | chớ không phải | chứ k phải | hổng phải |
    không phải bị | chứ không phải bị | not | instead of | chứ hông phải | chứ k | chứ không | đâu phải |
    đâu phải là | chả phải | chẳng phải | chứ đâu phải | không phải tên`,
  but: `
    mà là | mà | rather | mà bị | phải là | mới đúng | mới phải | đúng ra là | đúng ra | đúng là | thật ra là | thực ra là | thật ra`,
  add: `
    thêm | bổ sung | thêm nữa | add | thêm bạn | thêm cháu | thêm bé | also | báo thêm | có thêm | cộng thêm |
    còn thêm | lại thêm | thêm vào | vắng thêm | nghỉ thêm | phát sinh`,
  drop: `
    bỏ | xóa | xoá | gạch | loại | bỏ tên | gạch tên | xóa tên | remove | delete | rút | rút tên | bỏ ra | xoá tên`,
  oops: `
    nhầm | sai | sửa | sửa lại | đính chính | à nhầm | nhầm rồi | em nhầm | ghi nhầm | báo nhầm | gõ nhầm |
    viết nhầm | nhầm tên | nhầm chút | xin lỗi | sorry | sr | correction | oops | mistake | cập nhật | update |
    chỉnh lại | chỉnh | báo lại | em báo nhầm | em ghi nhầm | quên | em quên | typo | lộn | lộn rồi | báo lộn |
    ghi lộn | em sửa | cho em sửa | cho em sửa lại | đổi | đổi lại | wrong | báo sai | ghi sai | ktra lại |
    kiểm tra lại`,
  /** "nhầm An thành Bình" */
  into: `
    thành | đổi thành | sửa thành | sửa lại thành | chuyển thành`,
  mild: `
    nhẹ | hơi | chút | một chút | chút xíu | tí | xíu | một tí | sơ sơ | mild | slight | slightly | a bit |
    nhẹ thôi | mỗi | lai rai | xíu xiu | a little | còn hơi | vẫn hơi | vẫn còn`,
  besides: `
    ngoài ra | còn | trong đó có | riêng | ngoài ra có | có bạn | có bé | có cháu | trong lớp có | ở lớp có |
    tại lớp có | lớp có bạn | lớp có bé | lớp có cháu | còn lại | còn lại ở lớp có | besides | ngoài ra còn |
    trong số đi học có`,
  tomorrow: `
    ngày mai | từ mai | sáng mai | chiều mai | tuần sau | tháng sau | thứ hai tới | thứ 2 tới | tomorrow |
    next week | ngày kia | ngày mốt | tuần tới | hôm sau | mai | hôm tới | mốt | mai mốt | cuối tuần |
    cuối tuần này | hôm nào tới | tuần tới nữa | đầu tuần sau | đầu tuần tới | cuối tuần sau | trưa mai | tối mai |
    mai kia | ngày hôm sau | next monday | hôm khác | ngày khác`,
  yesterday: `
    hôm qua | hôm trước | hôm kia | hôm thứ | tuần trước | hôm bữa | bữa trước | bữa qua |
    yesterday | last week | chiều qua | tháng trước | hqua | hum qua | chiều hôm qua | tối hôm qua |
    sáng qua | sáng hôm qua | mấy hôm trước | mấy bữa trước | hôm trước nữa | tuần rồi | tuần vừa rồi |
    ngày hôm qua | ngày hôm kia | bữa kia | bữa hổm | hôm rồi | trưa hôm qua | trưa qua | hôm nọ | bữa nọ`,
  today: `
    hôm nay | sáng nay | bữa nay | nay | trưa nay | chiều nay | today | sáng ni | hnay`,
  /** The night before: no day of school, so what follows from it is of today. */
  night: `tối qua | đêm qua | last night | tối hôm qua | đêm hôm qua | khuya qua | hồi khuya | nửa đêm`,
} as const
