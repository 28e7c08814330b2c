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
  too: `
    cũng | cũng bị | also`,
  /** The other child of the name. */
  twin: `
    kia | khác`,
  /** "Anh Kiệt mới nghỉ": that one and not the other. */
  truly: `
    mới nghỉ | mới vắng | mới là nghỉ | mới là bạn nghỉ | mới là người nghỉ | mới ốm nghỉ`,
  turns: `
    lần lượt | theo thứ tự | respectively | lần lượt là | lần lượt bị`,
  not: `
    không | chẳng | chả | không bị | không còn | đã hết | khỏi | đã khỏi | đỡ | đã đỡ | không có | chưa |
    không thấy | no | not | hông | without | no longer | bớt | đã bớt | hết bị | hạ | đã hạ | ko | khong con bi`,
  /** Before a symptom it is over, behind one it is everybody's. */
  ended: `
    hết`,
  instead: `
    chứ không phải | không phải | chứ không phải là | không phải là | chớ không phải | chứ k phải | hổng phải |
    không phải bị | chứ không phải bị | not | instead of | chứ hông phải | chứ k | chứ không | đâu phải |
    đâu phải là | chả phải | chẳng phải | chứ đâu phải | thay cho | thay vì | không phải tên`,
  but: `
    mà là | mà | rather | mà bị | phải là | mới đúng | mới phải | đúng ra là | đúng ra | đúng là | thật ra là | thực ra là | thật ra`,
  add: `
    thêm | bổ sung | thêm nữa | add | thêm bạn | thêm cháu | thêm bé | báo thêm | có thêm | cộng thêm |
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
    tại lớp có | lớp có bạn | lớp có bé | lớp có cháu | còn lại ở lớp có | besides | ngoài ra còn |
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
    hôm nay | sáng nay | bữa nay | nay | trưa nay | chiều nay | today | sáng ni | hnay | hôm nay và mai |
    hôm nay và ngày mai | hôm nay và mốt | hôm nay và ngày mốt | hôm nay với mai | hôm nay với ngày mai |
    hôm nay với mốt | hôm nay với ngày mốt | hôm nay cùng mai | hôm nay cùng ngày mai | hôm nay cùng mốt |
    hôm nay cùng ngày mốt | hôm nay đến mai | hôm nay đến ngày mai | hôm nay đến mốt | hôm nay đến ngày mốt |
    hôm nay tới mai | hôm nay tới ngày mai | hôm nay tới mốt | hôm nay tới ngày mốt | hôm nay đến hết mai |
    hôm nay đến hết ngày mai | hôm nay đến hết mốt | hôm nay đến hết ngày mốt | hôm nay lẫn mai |
    hôm nay lẫn ngày mai | hôm nay lẫn mốt | hôm nay lẫn ngày mốt | hôm nay mai | hôm nay ngày mai | hôm nay mốt |
    hôm nay ngày mốt | nay và mai | nay và ngày mai | nay và mốt | nay và ngày mốt | nay với mai | nay với ngày mai |
    nay với mốt | nay với ngày mốt | nay cùng mai | nay cùng ngày mai | nay cùng mốt | nay cùng ngày mốt |
    nay đến mai | nay đến ngày mai | nay đến mốt | nay đến ngày mốt | nay tới mai | nay tới ngày mai | nay tới mốt |
    nay tới ngày mốt | nay đến hết mai | nay đến hết ngày mai | nay đến hết mốt | nay đến hết ngày mốt |
    nay lẫn mai | nay lẫn ngày mai | nay lẫn mốt | nay lẫn ngày mốt | bữa nay và mai | bữa nay và ngày mai |
    bữa nay và mốt | bữa nay và ngày mốt | bữa nay với mai | bữa nay với ngày mai | bữa nay với mốt |
    bữa nay với ngày mốt | bữa nay cùng mai | bữa nay cùng ngày mai | bữa nay cùng mốt | bữa nay cùng ngày mốt |
    bữa nay đến mai | bữa nay đến ngày mai | bữa nay đến mốt | bữa nay đến ngày mốt | bữa nay tới mai |
    bữa nay tới ngày mai | bữa nay tới mốt | bữa nay tới ngày mốt | bữa nay đến hết mai | bữa nay đến hết ngày mai |
    bữa nay đến hết mốt | bữa nay đến hết ngày mốt | bữa nay lẫn mai | bữa nay lẫn ngày mai | bữa nay lẫn mốt |
    bữa nay lẫn ngày mốt | bữa nay mai | bữa nay ngày mai | bữa nay mốt | bữa nay ngày mốt | từ hôm nay và mai |
    từ hôm nay và ngày mai | từ hôm nay và mốt | từ hôm nay và ngày mốt | từ hôm nay với mai |
    từ hôm nay với ngày mai | từ hôm nay với mốt | từ hôm nay với ngày mốt | từ hôm nay cùng mai |
    từ hôm nay cùng ngày mai | từ hôm nay cùng mốt | từ hôm nay cùng ngày mốt | từ hôm nay đến mai |
    từ hôm nay đến ngày mai | từ hôm nay đến mốt | từ hôm nay đến ngày mốt | từ hôm nay tới mai |
    từ hôm nay tới ngày mai | từ hôm nay tới mốt | từ hôm nay tới ngày mốt | từ hôm nay đến hết mai |
    từ hôm nay đến hết ngày mai | từ hôm nay đến hết mốt | từ hôm nay đến hết ngày mốt | từ hôm nay lẫn mai |
    từ hôm nay lẫn ngày mai | từ hôm nay lẫn mốt | từ hôm nay lẫn ngày mốt | từ hôm nay mai | từ hôm nay ngày mai |
    từ hôm nay mốt | từ hôm nay ngày mốt | từ nay và mai | từ nay và ngày mai | từ nay và mốt | từ nay và ngày mốt |
    từ nay với mai | từ nay với ngày mai | từ nay với mốt | từ nay với ngày mốt | từ nay cùng mai |
    từ nay cùng ngày mai | từ nay cùng mốt | từ nay cùng ngày mốt | từ nay đến mai | từ nay đến ngày mai |
    từ nay đến mốt | từ nay đến ngày mốt | từ nay tới mai | từ nay tới ngày mai | từ nay tới mốt |
    từ nay tới ngày mốt | từ nay đến hết mai | từ nay đến hết ngày mai | từ nay đến hết mốt |
    từ nay đến hết ngày mốt | từ nay lẫn mai | từ nay lẫn ngày mai | từ nay lẫn mốt | từ nay lẫn ngày mốt`,
  /** The night before: no day of school, so what follows from it is of today. */
  night: `tối qua | đêm qua | last night | tối hôm qua | đêm hôm qua | khuya qua | hồi khuya | nửa đêm`,
  /** Right behind a name: one more. */
  more: `nữa | nữa nha | nữa nhé`,
} as const
