/** Words that tell nothing of a child: questions, other matters of a school day, and filling. Written with their marks; alternatives parted by `|`. Longest match wins. */
export const filling = {
  ask: `
    mấy | hỏi | bao nhiêu | bao giờ | khi nào | thế nào | như thế nào | sao | ai | ở đâu | không ạ | chưa ạ | nhỉ |
    hả | vậy ạ | gì | phải không | được không | có được không | có phải | làm sao | gửi giúp | giúp em | cho em xin |
    cho em hỏi | cho mình hỏi | nhờ | đúng không | chị nào | cô nào | when | what | how | who | where | which | nào |
    why | xong chưa | được chưa | rồi chưa | chưa nhỉ | chưa vậy | chưa chị | chưa cô | chưa em | can you | could you | please send | send me`,
  chat: `
    sinh nhật | thu tiền | đóng tiền | nộp tiền | tiền sữa | tiền học | tiền điện | chữ ký | góp tiền | thực đơn | danh sách | họp | lịch | dã ngoại | văn nghệ | thi đua | học phí | tiền ăn |
    thời khóa biểu | giáo án | bé khỏe bé ngoan | bé ngoan | phiếu | đồng phục | ảnh | video | chúc mừng | chúc |
    cảm ơn | cám ơn | thank | thanks | thank you | kế hoạch | phụ huynh cần | cân đo | chấm ăn | ăn bán trú |
    hội thi | tổ chức | lễ khai giảng | trung thu | 20 11 | 8 3 | ngày lễ | nghỉ lễ | nghỉ tết | nghỉ hè | nghỉ bù |
    nghỉ bão | sữa học đường | điện thoại | số điện thoại | mượn | trực | máy in | chìa khóa | đồ chơi | bàn giao |
    xin nghỉ dạy | dạy thay | menu | meeting | birthday | nộp | đăng ký | phát quà | tặng quà | quà tặng | nhận quà | mua quà | tập huấn | dự giờ |
    trang trí | vệ sinh lớp | zalo | nhóm zalo | wifi | máy chiếu | máy lạnh | điều hòa | tivi | loa | bóng đèn |
    sổ sách | biên bản | thông báo | sửa máy | năm học | kỳ nghỉ | nhà bếp | cơm trưa | suất ăn | sữa chua |
    hợp đồng | lương | camera | đề nghị | kiến nghị | hội nghị | ăn hết suất | trường nghỉ | lớp nghỉ bù |
    nghỉ lễ vui vẻ | nghỉ chống bão | nghỉ tránh bão`,
  word: `
    ạ | dũng cảm | tình cảm | cảm giác | cảm thấy | cảm xúc | không chỉ | không những | không riêng | không chỉ có | tạm | dạ | vâng | nhé | nha | lớp | lớp em | lớp con | lớp mình | lớp cô | em chào | chào | chào cô |
    chào chị | chị | anh | cô | thầy | bố | mẹ | ba | má | bà | ông | cha | mẹ bé | mẹ cháu | mẹ con | bố bé |
    gia đình | phụ huynh | ph | nhà | là | thì | có | bị | do | vì | lý do | vì lý do | với lý do | bởi | tại |
    tại vì | nên | mà | nhưng | nhưng mà | đang | đã | đó | đấy | này | ấy | nhe | ơi | xin báo cáo | báo cáo |
    em báo cáo | em xin báo cáo | con xin báo cáo | báo | em báo | cho em báo | sáng | trưa | chiều | tối | từ |
    đến | tới | ngày | lúc | khoảng | giờ | phút | thôi | rồi | rất | quá |
    lắm | nhiều | ít | hơn | được | cho | của | để | ra | vào | lên | xuống | đi | về | lại | ăn | ăn ngoan |
    an toàn | ngoan | khỏe | khoẻ | khỏe mạnh | vui | vui vẻ | bình thường | sức khỏe | sức khoẻ |
    sức khỏe bình thường | sức khỏe tốt | ăn cơm | ăn sáng | ăn trưa | uống sữa | uống thuốc | uống | thuốc | học |
    chơi | ngủ | ngủ ngon | tốt | ổn | ổn định | tất cả | toàn bộ | đều ngoan | các | những | mọi người |
    mình | tụi em | tụi con | bên em | bên lớp | phía | cô giáo | giáo viên | gv | hiệu trưởng | hiệu phó |
    văn phòng | nhà trường | trường | mầm non | mẫu giáo | nhóm trẻ | nhà trẻ | lý do sức khỏe | như | như sau |
    gồm | gồm có | bao gồm | cụ thể | cụ thể là | trong đó | đó là | tên | tên là | độ | độ c | nhiệt độ | đo |
    đo được | đo nhiệt độ | lần | hai lần | ngày nay | thứ | số | số lượng | quân số | điểm danh | số mặt |
    kính gửi | kính | thưa | thưa cô | thưa chị | trân trọng | good morning | morning | hi | hello | dear | teacher |
    teachers | ms | mr | miss | class | the | a | is | are | was | has | have | had | with | for | in | at | on |
    to | her | his | due | due to | because | because of | we | they | he | she | it | this | only | just | still |
    please | pls | ok | oke | okie | okela | nghe | hihi | hehe | haha | ha ha | ơn | xin chào | em xin | em gửi |
    em gửi sĩ số | gửi | gửi cô | gửi chị | cập nhật sĩ số | bc | bcss | báo cáo sĩ số | báo sĩ số | kiểm diện |
    giúp em nhé | lớn | nhỡ | nhỏ | mầm | chồi | lá | sức | sáng sớm | tay | chân | mắt | tai | miệng | đầu | bụng |
    cổ | mặt | người | da | nửa ngày | buổi sáng | buổi chiều | buổi | nguyên ngày | cả ngày | cả lớp | ở | trong |
    ngoài | trên lớp | dưới | sau | trước | xong | hết | nghe nói | chưa rõ | chưa rõ lý do | không rõ |
    không rõ lý do | không lý do | không có lý do | chưa biết lý do | không biết | chưa báo | không báo |
    chưa thấy báo | không thấy báo | chưa liên lạc | em chưa liên lạc được | không nghe máy | gọi không nghe máy |
    gọi | nói | nhắn | nhắn tin | điện | gọi điện | đưa | chở | bế | dẫn | phải | vẫn | còn | khi | lát | lát nữa |
    tí | tí nữa | tối nay | đi vệ sinh | bú | sữa | cơm | cháo | ý | kiểu | chắc | hình như | có vẻ | trông | thấy |
    thấy bảo | bảo | bảo là | dài | ngắn | liền | liên tục | suốt | mới | vừa | vừa rồi | hồi | hồi sáng | lâu |
    bữa | ngay | luôn | ngay từ | đợt | mấy hôm | mấy hôm nay | mấy bữa nay | mấy ngày nay | ba bốn | một số |
    một vài | vài | mọi | bằng | theo | nhìn | chung | nói chung | hiện | hiện tại | tạm thời | kết quả |
    theo kết quả | sdt | cô ơi | chị ơi | mn | mng | mọi ng | bgh | ban giám hiệu | cả nhà | team | admin | đến nay |
    kèm | kèm theo | kiêm | bố mẹ | ba mẹ | ông bà | thế | vậy | nhà em | nhà con | bên | mùa | trời | ga | đường |
    xe | hàng | tháng | tuần | năm | năm nay | tuổi | lý | do là | y tế | sổ | trường lớp | bảo mẫu | đợi | chờ |
    sẽ | hay | hoặc | nếu | rằng | khám | viện | khoa nhi | bệnh nhi | nhi khoa | đến lớp thì | thế thôi |
    em cảm ơn | em cám ơn | con cảm ơn | cảm ơn chị | cảm ơn cô | chân thành cảm ơn | xin cảm ơn | xin trân trọng |
    kính báo | kính chào | chào buổi sáng | buổi sáng tốt lành | chúc ngày mới | chúc chị ngày mới vui vẻ |
    chúc cô ngày mới | ngày mới | tốt lành | vui lòng | tiếp nhận | ghi nhận | ghi | nhận | biết | được biết |
    xin thông báo | thông tin | em thông tin | trường hợp | trường hợp nghỉ | lấy | suất | cắt cơm | cắt suất |
    trừ ăn | vậy thôi | mn ơi | nhà mình | dùm | giùm | giúp | hộ | cô hằng | sáng ngày | tình hình | tình hình lớp |
    nhi | tay phải | tay trái | chân phải | chân trái | from | by | mom | mum | dad | mother | father | parents |
    parent | grandma | grandpa | reason | since | after | but | so | very | little | bit | her mom | his mom | one |
    two | three | other | others | rest | fine | good | well | went | go | home | school | got | o'clock | am | pm |
    will | been | being | his mother | her mother | his dad | her dad | temp | temperature | degree | degrees | c |
    hom | cơ | chớ | chứ | nè | á | à | ờ | ừ | uh | uhm | uk | ui | hix | huhu | híc | hic | tội | tội ghê |
    thương | ghê | dữ | hén | hoài | miết | riết | xỉu | vô | trển | dưới nhà | ngoải | bển | ni | mô | rứa | tê |
    hè | nớ | nghen | lun | luôn ạ | cô nha | chị nha | nhen | em ơi | các chị ơi | các cô ơi | bạn ơi |
    mọi người ơi | cả nhà ơi | chị em ơi | nghỉ ngơi | nghỉ trưa | nghỉ giải lao | giờ nghỉ | nghỉ giữa giờ |
    ngủ nghỉ | đến mai | đến ngày mai | đến tuần sau | đến tuần tới | đến ngày mốt | đến tuần | đến cuối tuần |
    đến cuối tuần này | đến tháng sau | tới mai | tới ngày mai | tới tuần sau | tới tuần tới | tới ngày mốt |
    tới tuần | tới cuối tuần | tới cuối tuần này | tới tháng sau | hết mai | hết ngày mai | hết tuần sau |
    hết tuần tới | hết ngày mốt | hết tuần | hết cuối tuần | hết cuối tuần này | hết tháng sau | đến hết mai |
    đến hết ngày mai | đến hết tuần sau | đến hết tuần tới | đến hết ngày mốt | đến hết tuần | đến hết cuối tuần |
    đến hết cuối tuần này | đến hết tháng sau`,
} as const
