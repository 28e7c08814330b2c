import type { Concept } from './concept.ts'

/**
 * Things parents ask for that the five documents do not say. They are concepts like the others: an entry that does not speak of
 * them is not their answer, however much of the rest fits. A school's own entry may well answer them.
 */
export const elsewhere: readonly Concept[] = [
  ['out-of-zone', 'trái tuyến | khác tuyến | ngoài tuyến | out of zone | out of catchment'],
  ['lateness-fee', 'phụ thu | phí giữ trễ | phí đón trễ | phí trông thêm | tiền ngoài giờ'],
  ['accident-cover', 'bảo hiểm thân thể | bảo hiểm tai nạn | accident insurance'],
  ['keepsake', 'kỷ yếu | lễ tốt nghiệp | phiếu bé ngoan | sổ bé ngoan | ảnh kỷ yếu | hội thao | văn nghệ cuối năm | graduation'],
  [
    'school-things',
    'bãi đỗ xe | chỗ gửi xe | gửi xe | máy lọc nước | máy giặt | sân bóng | nhà bóng | căng tin | quầy sách | tủ đồ | elevator | parking',
  ],
  ['pool', 'hồ bơi | bể bơi | swimming pool | pool'],
  [
    'emergency',
    'co giật | giật | khó thở | tím tái | ngất | hóc | hóc xương | uống nhầm | đập đầu | bất tỉnh | cấp cứu | choking | seizure | bleeding',
  ],
  [
    'tuition',
    'học phí | tiền học | tiền học phí | tiền trường | đóng học | hoc fi | phí học | tuition | tuition fee | tuition fees | school fee | school fees | fees | fee | học fí | hfi',
  ],
  [
    'price',
    'how much is | how much does it cost | how much for | how much per month | bao nhiêu một tháng | bao nhiêu 1 tháng | bao nhiêu một ngày | bao nhiêu 1 ngày | mấy đồng | giá | giá tiền | giá bao nhiêu | đơn giá | bao nhiêu tiền | bn tiền | nhiêu tiền | mấy tiền | mấy nghìn | mấy ngàn | mấy k | bao nhiêu nghìn | bao nhiêu đồng | bao nhiêu k | bao nhiêu ngàn | mấy trăm | mấy triệu | bao nhiêu triệu | price | prices | how much money | cost | costs | vnd | vnđ | nghìn | ngàn | triệu',
  ],
  ['box', 'hộp | một hộp | hộp sữa | bịch | hộp bao nhiêu | box | carton | per box | ml | dung tích'],
  [
    'brand',
    'sữa gì | sữa loại gì | loại sữa | nhãn hiệu | hãng nào | sữa hãng nào | của hãng nào | vinamilk | th true milk | th | mộc châu | brand | dutch lady | sữa tươi | sữa chua | sữa bột | sữa công thức | sữa mẹ | có đường | không đường | flavour | sugar | vị gì | hương vị | mùi gì | vị sữa | sữa hạt | sữa bò | sữa nội',
  ],
  ['allergy', 'dị ứng | bất dung nạp | lactose | dị ứng sữa | allergy | allergic | intolerant'],
  [
    'refuse-milk',
    'không uống | từ chối | không đăng ký | đăng ký uống | đăng ký sữa | hủy sữa | không thích uống | opt out | bắt buộc | có bắt buộc | mandatory | compulsory | refuse | rút tên | rút khỏi | thôi uống sữa | ngưng uống sữa | khỏi uống sữa | đổi sữa | đổi sữa khác | sữa khác',
  ],
  ['refund', 'hoàn tiền | trả lại tiền | hoàn lại | hoàn phí | refund'],
  [
    'phone',
    'số điện thoại | sđt | sdt | số đt | điện thoại | hotline | liên lạc số | số zalo | email | gmail | liên hệ | phone | phone number | telephone | contact | contact number | call | e-mail | số máy bàn',
  ],
  ['address', 'địa chỉ | đường nào | số nhà | chỉ đường | bản đồ | cách nhà | address'],
  [
    'hours',
    'school hours | school open | school close | does school start | opening time | closing time | mấy giờ | giờ nào | giờ đón | giờ trả | giờ vào lớp | giờ tan | tan học | giờ mở cửa | mở cửa | giờ đưa | mấy h | giờ ăn | giờ ngủ | đón muộn | đón trễ | trông muộn | trông ngoài giờ | ngoài giờ | thứ bảy | thứ 7 | chủ nhật | cuối tuần | what time | opening hours | saturday | sunday | weekend | late pickup | after hours | after-school | giờ giấc | mấy giờ tan | học tới mấy giờ',
  ],
  [
    'today',
    'sáng mai | trưa mai | chiều mai | tối mai | hôm nay | hôm qua | ngày mai | ngày kia | sáng nay | trưa nay | chiều nay | tối nay | tuần này | tuần sau | tuần tới | tháng này | tháng sau | tháng tới | mai | bữa nay | today | yesterday | tomorrow | tonight | this week | next week | this month | next month',
  ],
  [
    'job',
    'tuyển dụng | tuyển giáo viên | tuyển gv | tuyển cô | tuyển người | tuyển nhân viên | ứng tuyển | xin việc | việc làm | nộp hồ sơ xin việc | cv | phỏng vấn | job | jobs | vacancy | vacancies | hiring | recruit | recruiting | recruitment | apply for a job | thử việc',
  ],
  ['delivery', 'ship | giao về nhà | giao tận nhà | giao đến nhà | gửi về nhà | mang về nhà | home delivery'],
  ['buy', 'mua ở đâu | mua | bán ở đâu | chỗ bán | buy | sell | for sale'],
  ['expiry', 'hạn sử dụng | hạn dùng | expiry | expiration | expire date'],
  [
    'child-minding',
    'trông trẻ | nhận trông | trông hè | giữ trẻ | giữ bé | babysit | babysitting | gửi bé chủ nhật | gửi cuối tuần | nhận giữ',
  ],
  ['pension', 'lương hưu | nghỉ hưu | về hưu | pension | retire'],
  [
    'growth-norm',
    'mấy kg | bao nhiêu kg | mấy ký | mấy cân là chuẩn | kg là chuẩn | kg | chiều cao chuẩn | cân nặng chuẩn | chuẩn của bé | nặng bao nhiêu | cao bao nhiêu | bao nhiêu cân | nặng mấy | cao mấy',
  ],
  [
    'own-result',
    'kết quả khám | kết quả của con | kết quả của bé | kết quả của cháu | con tôi cân bao nhiêu | bé nhà tôi nặng | kết quả cân | con có bị suy dinh dưỡng',
  ],
  ['diet', 'halal | đồ chay | ăn chay | vegetarian | vegan | kosher'],
  ['password', 'mật khẩu | password | pass wifi | xin link | link xem | link camera | link vào | đường link | tài khoản xem'],
  ['salary', 'lương | mức lương | tiền lương | lương khởi điểm | lương tháng | salary | salaries | wage | wages | pay grade'],
  [
    'paperwork',
    'hồ sơ gồm | hồ sơ cần | hồ sơ giấy tờ | hồ sơ | giấy tờ | giấy khai sinh | khai sinh | cần giấy gì | thủ tục | mẫu đơn | paperwork | birth certificate | application form | documents needed | documents do i need | papers',
  ],
  [
    'register',
    'đăng ký | đăng kí | đăng ký nhập học | đk | ghi danh | nộp đơn | đăng ký online | tuyển sinh trực tuyến | link đăng ký | register | registration | sign up | apply | application | apply for',
  ],
  ['bus', 'xe đưa đón | xe bus | xe buýt | xe trường | xe đưa rước | school bus | bus | shuttle | transport'],
  [
    'transfer',
    'chuyển trường | chuyển lớp | đổi lớp | đổi cô | rút hồ sơ | bảo lưu | transfer | change class | change school | change schools | xin chuyển | chuyển con | chuyển qua trường | chuyển sang trường',
  ],
  ['trial', 'học thử | tham quan trường | đến xem trường | visit the school | trial class | school tour | tour'],
  ['photo', 'ảnh của bé | xem ảnh | gửi ảnh | hình ảnh bé | hình bé | ảnh | photo | photos | pictures'],
  ['trip', 'dã ngoại | đi chơi | đi biển | picnic | field trip | trip | excursion'],
  ['birthday', 'sinh nhật | tổ chức sinh nhật | birthday'],
  ['dance', 'học múa | múa | aerobic | ballet | dance | dancing | erobic'],
  ['martial-arts', 'học võ | võ | taekwondo | karate | martial arts'],
  ['instrument', 'đàn | piano | organ | học đàn | guitar'],
  ['chess', 'cờ vua | cờ tướng | chess'],
  ['talent-class', 'năng khiếu | lớp năng khiếu | ngoại khóa | extra class | extra classes | extracurricular | học thêm'],
  [
    'medicine',
    'thuốc | uống thuốc | gửi thuốc | liều | liều lượng | hạ sốt | kháng sinh | paracetamol | hapacol | efferalgan | ibuprofen | siro | medicine | medication | dose | dosage | antibiotic | antibiotics | tablets | syrup | thuốc ho',
  ],
  [
    'illness',
    'sốt | bị sốt | ho | ốm | bệnh | bị bệnh | tiêu chảy | nôn | ói | phát ban | tay chân miệng | thủy đậu | sởi | cúm | quai bị | viêm phổi | viêm họng | đau bụng | đau mắt | đau mắt đỏ | sốt xuất huyết | nổi mẩn | nổi mụn | chảy mũi | sổ mũi | đau răng | mọc răng | táo bón | biếng ăn | fever | cough | sick | ill | diarrhea | diarrhoea | vomit | vomiting | rash | flu | chickenpox | measles | hand foot and mouth | pink eye | contagious | sốt cao | bị ho',
  ],
  [
    'sick-days',
    'nghỉ mấy ngày | nghỉ bao nhiêu ngày | nghỉ bao lâu | cách ly | cách ly mấy ngày | khi nào đi học lại | bao giờ đi học lại | mấy ngày đi học lại | mấy ngày thì đi học lại | đi học lại| days off | stay home | quarantine | return to school',
  ],
  [
    'doctor-advice',
    'có sao không | làm sao cho hết | chữa | điều trị | bác sĩ | bệnh viện | khám ở đâu | bị gì | có nguy hiểm không | mũi vắc xin nào | doctor | hospital | treat | treatment | cure | diagnose',
  ],
  ['weather', 'thời tiết | mưa bão | bão về | bão số | cơn bão | storm | typhoon | mưa | nắng | nhiệt độ | weather | rain'],
  [
    'football',
    'bóng đá | tỷ số | xổ số | giá vàng | chứng khoán | vé số | phim | ca sĩ | football | lottery | stock | movie | bitcoin | nấu ăn | công thức | recipe | cách làm bánh',
  ],
  ['politics', 'tổng thống | bầu cử | chiến tranh | president | election | war'],
  [
    'homework',
    'giải toán | bài tập về nhà | bài tập | làm thơ | viết văn | bài văn | viết bài | dịch giúp | lập trình | code | poem | essay | homework | translate | write a',
  ],
  [
    'holiday',
    'nghỉ lễ | lịch nghỉ | nghỉ tết mấy ngày | nghỉ hè khi nào | nghỉ học ngày nào | nghỉ ngày nào | 20/11 nghỉ | 30/4 | 2/9 | holiday | holidays | day off | vacation | break',
  ],
  ['meeting', 'họp phụ huynh | lịch họp | parent meeting | parents meeting'],
  [
    'means-of-payment',
    'momo | zalopay | zalo pay | vnpay | viettel pay | ví điện tử | chuyển khoản | quét mã | quét qr | tiền mặt | quẹt thẻ | trả góp | internet banking | bank transfer | in cash | by card',
  ],
  ['bank', 'số tài khoản | tài khoản | ngân hàng | mã qr | qr | bank account | bank | hạn đóng | hạn nộp | đóng muộn'],
  [
    'name-of-teacher',
    'cô tên gì | tên cô | cô chủ nhiệm | giáo viên chủ nhiệm | cô giáo chủ nhiệm | cô nào dạy | tên cô giáo | tên giáo viên | hiệu trưởng tên gì | tên hiệu trưởng | cô giáo của bé | name of the teacher | my teacher | class teacher | homeroom',
  ],
  [
    'how-is-my-child',
    'con có ngoan | bé có ngoan | có ngoan không | ăn được không | ăn hết suất | ngủ được không | có khóc không | khóc | ngoan | bé ăn thế nào | con ăn thế nào | is my child ok | crying | cry',
  ],
  ['lost', 'mất áo | mất giày | để quên | quên | thất lạc | cặp | ba lô | balo | lost | forgot | backpack'],
  [
    'bring',
    'mang gì | chuẩn bị gì | mang theo | đồ dùng cá nhân | chăn | gối | bỉm | tã | bring | diapers | diaper | nappy | pillow | blanket',
  ],
  [
    'min-age',
    'mấy tuổi thì nhận | mấy tháng thì nhận | bao nhiêu tháng | nhận từ mấy tháng | nhận trẻ từ | từ mấy tuổi | mấy tháng tuổi | tháng tuổi thì | minimum age | youngest age | what age | how old | sinh năm | sinh tháng | học sớm | học vượt | học trước tuổi | sinh cuối năm | thiếu tuổi | chưa đủ tuổi',
  ],
  [
    'places-left',
    'còn chỗ | còn suất | còn slot | hết chỗ | danh sách chờ | waiting list | places left | vacancies left | any places',
  ],
  [
    'score',
    'choose | should i choose | nên chọn trường nào | nên học trường nào | nên cho con học | xếp hạng | tốt nhất | nên cho | có tốt không | đánh giá trường | nên chọn | best school | best | good school | recommend | ranking',
  ],
  ['lunch-sleep', 'ngủ | giường | nap | sleep'],
  ['gift', 'quà | phong bì | quà tặng | gift | gifts | present'],
  ['performance', 'văn nghệ | biểu diễn | performance'],
  ['mid-autumn', 'trung thu | mid-autumn | rước đèn'],
  ['christmas', 'noel | giáng sinh | christmas | halloween'],
  ['womens-day', '20/10 | 8 tháng 3 | quốc tế phụ nữ'],
  ['childrens-day', '1/6 | quốc tế thiếu nhi | tết thiếu nhi'],
  ['flowers', 'hội chợ'],
  ['debt', 'nợ | truy thu | phạt | fine | penalty | bị phạt | xử phạt'],
  ['population', 'dân số | bao nhiêu người | population'],
  ['last-names', 'chủ tịch | bí thư | giám đốc sở | trưởng phòng | chairman | director'],
  [
    'actual-figure',
    'thực tế đạt | đạt được bao nhiêu | kết quả thực hiện | kết quả đạt | đã đạt được | thực hiện được | actually achieved | actual result | achieved',
  ],
]
