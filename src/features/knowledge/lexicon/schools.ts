import type { Concept } from './concept.ts'

/** School buildings, equipment, standards, staff, teaching, plans and dates. */
export const schools: readonly Concept[] = [
  ['high-quality', 'chất lượng cao | clc | trường clc | high-quality | high quality | trường chất lượng cao'],
  [
    'third-school',
    'trường thứ ba | trường thứ 3 | thêm 01 trường | thêm một trường | thêm 1 trường | third school | third high-quality',
  ],
  [
    'new-school',
    'xây mới | xây thêm | thành lập mới | trường mới | xây trường | xây dựng trường | xây | xây dựng mới | new school | new schools | build | building | built | construct | xây trường công | xây thêm trường | xây trường mới | xây mấy trường | sẽ xây | xây ở đâu',
  ],
  [
    'budget-total',
    'tổng tiền | tổng số tiền | tổng chi phí | tổng mức đầu tư | tổng kinh phí | kinh phí | vốn | tỷ đồng | bao nhiêu tỷ | tổng vốn | chi bao nhiêu | total cost | total budget | billion | budget | funding | fund | funds',
  ],
  [
    'national-standard',
    'chuẩn quốc gia | đạt chuẩn quốc gia | trường chuẩn | trường chuẩn quốc gia | cqg | national standard | national standards | nationally accredited | national-standard | đạt chuẩn mức độ | đạt chuẩn mức | chuẩn mức độ | chuẩn mức | chuẩn mức độ mấy | đạt mức độ | đạt chuẩn qg | chuẩn qg | trường đạt chuẩn | đạt national standard | standard schools',
  ],
  ['level-1', 'mức độ 1 | mức 1 | cấp độ 1 | level 1'],
  ['level-2', 'mức độ 2 | mức 2 | mức độ hai | level 2'],
  ['level-4', 'mức độ 4 | mức 4 | level 4'],
  [
    're-recognise',
    'công nhận lại | công nhận mới | được công nhận | công nhận | re-recognised | recognised | recognition | recognized',
  ],
  [
    'accreditation',
    'kiểm định | kiểm định chất lượng | kđcl | tự đánh giá | đánh giá ngoài | accreditation | self-assessment | self assessment | external assessment | evaluation | kiểm định trường',
  ],
  ['smart-school', 'trường học thông minh | lớp học thông minh | smart school | smart schools | lớp thông minh'],
  ['e-school', 'trường học điện tử | trường điện tử | e-school | e-schools | electronic school | electronic schools'],
  [
    'website',
    'địa chỉ website | địa chỉ trang web | link website | địa chỉ web | trang nào | website | web | trang web | trang thông tin điện tử | trang điện tử | trang mạng | websites | có web | web trường | trang web riêng',
  ],
  [
    'computer-room',
    'phòng máy tính | phòng máy | máy tính | máy vi tính | tin học | làm quen máy tính | computer | computers | computer room | computer rooms | computing | phòng tin | phòng vi tính | dạy máy tính',
  ],
  ['library', 'thư viện | thư viện mầm non | library | libraries | phòng đọc | phòng đọc sách'],
  ['camera', 'camera | cam | camera lớp | cameras | cctv'],
  [
    'air-conditioner',
    'điều hòa | máy lạnh | máy điều hòa | điều hoà | air conditioner | air conditioners | air conditioning | air-conditioned | aircon | lớp nóng | nóng quá | mát mẻ | máy mát',
  ],
  ['internet', 'internet | wifi | mạng | kết nối mạng | online'],
  [
    'software',
    'phần mềm | ứng dụng | app | software | công nghệ thông tin | cntt | chuyển đổi số | digital | digital transformation | information technology',
  ],
  [
    'grass',
    'sân cỏ | cỏ | sân chơi | sân vườn | sân trường | playground | playgrounds | grass | lawn | yard | khu vui chơi | chỗ chơi | khu chơi | sân bãi | play area | bãi cỏ',
  ],
  [
    'land-area',
    'diện tích | diện tích đất | m2 | mét vuông | mét vuông đất | đất | area | land | square metres | square meters | land area',
  ],
  [
    'min-equipment',
    'thiết bị tối thiểu | đồ dùng thiết bị tối thiểu | đồ dùng đồ chơi tối thiểu | đủ đồ dùng | đủ thiết bị | đủ đồ dùng dạy học | đủ đồ dùng thiết bị | đddctb tối thiểu | minimum equipment | enough equipment | enough teaching aids | đủ đồ chơi | đồ chơi tối thiểu | đủ đồ dùng đồ chơi | đủ đồ dùng đồ chơi tối thiểu | có đủ đồ chơi | đủ đồ chơi tối thiểu | đủ bộ đồ chơi | enough toys',
  ],
  [
    'equipment',
    'đồ dùng | trang thiết bị | thiết bị | cơ sở vật chất | csvc | đồ dùng dạy học | thiết bị tối thiểu | đddctb | equipment | facilities | teaching aids',
  ],
  ['toys', 'đồ chơi | học liệu | toys | toy | learning materials'],
  ['room', 'phòng học | phòng chức năng | phòng | classroom | classrooms | function rooms'],
  ['green-school', 'xanh sạch đẹp | xanh | sáng xanh sạch đẹp | trường học xanh | văn minh | green | clean | cây xanh'],
  [
    'happy-school',
    'hạnh phúc | trường học hạnh phúc | trường lớp mầm non hạnh phúc | lớp học hạnh phúc | happy | happy school | happy schools | mô hình trường lớp mầm non hạnh phúc | mô hình trường hạnh phúc | mô hình hạnh phúc | trường hạnh phúc | lớp hạnh phúc | mô hình lớp hạnh phúc',
  ],
  [
    'child-centred',
    'lấy trẻ làm trung tâm | trẻ làm trung tâm | ltltt | lttt | trung tâm | child-centred | child-centered | child centred | child centered',
  ],
  ['friendly-school', 'an toàn thân thiện | xanh an toàn thân thiện | thân thiện | friendly'],
  [
    'model',
    'làm mẫu | hình mẫu | trường mẫu | lấy làm mẫu | chọn làm mẫu | điểm mẫu | example school | mô hình điểm | mô hình | trường điểm | điểm chuyên đề | trường làm điểm | được chọn làm điểm | làm điểm | điểm toàn diện | model | models | pilot | pilot school | pilot schools | showcase | demonstration | điểm về | làm điểm về | trường điểm về | mẫu | điểm sáng | trường nào điểm | model schools | mạnh về | giỏi về | nổi về | trường nào mạnh | trường nào giỏi | có tiếng về | làm tốt về | điểm sáng về | good at | strong in | điểm cấp thành phố | điểm cấp quận | điểm cấp huyện',
  ],
  ['music', 'âm nhạc | nhạc | music | dạy nhạc | ca hát | hát múa'],
  ['art', 'tạo hình | mỹ thuật | vẽ | art | arts | drawing | tô màu | nặn | vẽ tranh | hội họa'],
  ['maths', 'toán | làm quen với toán | làm quen toán | math | maths | làm quen với toán học'],
  ['science', 'khám phá khoa học | khoa học | khám phá | science | thí nghiệm | làm thí nghiệm | experiments'],
  [
    'english',
    't anh | học t anh | tiếng a | tiếng anh | làm quen tiếng anh | anh văn | ngoại ngữ | học tiếng anh | english | foreign language | foreign languages | english lessons | english classes | english language | tiếng anh cho trẻ',
  ],
  ['steam', 'steam | stem'],
  ['montessori', 'montessori'],
  [
    'unis',
    'unis | trường quốc tế | liên hợp quốc | un international school | quốc tế | international | international school | hội nhập quốc tế',
  ],
  [
    'early-grade-1',
    'viết chữ | học viết | tập đọc | biết đọc | biết viết | học toán trước | lớp 1 trước | học trước | dạy trước | dạy trước chương trình | dạy trước chương trình lớp 1 | dạy trước lớp 1 | học trước chương trình | học trước lớp 1 | luyện chữ | tập viết | dạy chữ | học chữ | tiền tiểu học | chuẩn bị vào lớp 1 | vào lớp 1 | vào lớp một | tâm thế vào lớp 1 | grade 1 | grade one | first grade | ahead of grade 1 | read and write | reading and writing | trước lớp 1 | trước khi vào lớp 1 | dạy chữ trước | học chữ trước | dạy chữ trước lớp 1 | dạy chữ sớm | học chữ sớm | chữ trước lớp 1 | vô lớp 1 | lên lớp 1 | trước chương trình lớp 1 | chương trình lớp 1 | dạy chữ trước khi vào lớp 1 | letters early | học trước lớp một | trước lớp một | teach reading | teaching reading | reading before grade one | before grade one | before grade 1 | before first grade | teach letters | teach writing | learn to read | teach the alphabet',
  ],
  [
    'elegant-lifestyle',
    'thanh lịch | thanh lịch văn minh | nếp sống thanh lịch | nếp sống | elegant | elegant and civilised | civilised lifestyle',
  ],
  [
    'curriculum',
    'chương trình giáo dục | chương trình học | chương trình gdmn | chương trình mầm non | chương trình mới | chương trình mầm non mới | curriculum | programme | program | giáo án | học những gì | chương trình',
  ],
  [
    'assess-child',
    'đánh giá trẻ | đánh giá sự phát triển | đánh giá sự phát triển của trẻ | chuẩn phát triển | đạt chuẩn phát triển | assessed | assessment | development standard | developmental standard | đánh giá',
  ],
  ['observe', 'quan sát trẻ | quan sát trẻ theo quá trình | quan sát | observe | observation'],
  ['theme', 'chủ đề năm học | chủ đề | chuyên đề | theme | topic of the year'],
  ['vietnamese-language', 'tiếng việt | tăng cường tiếng việt | vietnamese'],
  [
    'sport',
    'vận động | phát triển vận động | thể chất | thể thao | thể dục | giáo dục thể chất | hoạt động ngoài trời | ngoài trời | physical | sport | sports | exercise | outdoor',
  ],
  ['swimming', 'bơi | học bơi | dạy bơi | swim | swimming'],
  ['uncle-ho', 'ảnh bác | ảnh bác hồ | bác hồ | treo ảnh | ho chi minh | hồ chí minh | tư tưởng hồ chí minh'],
  [
    'degree',
    'standard qualification | meet the standard | trình độ chuẩn | đạt trình độ chuẩn | chuẩn đào tạo | chuẩn trình độ | trình độ | trình độ đào tạo | bằng cấp | bằng | đại học | cao đẳng | cao đẳng sư phạm | đạt chuẩn trình độ | trên chuẩn | có bằng đại học | đh | cđ | degree | degrees | university | bachelor | college | qualification | qualifications | qualified | bằng gì | có bằng gì | cần bằng gì | bằng cấp gì | tốt nghiệp | tốt nghiệp gì | học đến đâu | bằng nào | trình độ gì | trình độ nào | đạt chuẩn đào tạo | chuẩn bằng cấp',
  ],
  [
    'professional-standard',
    'chuẩn nghề nghiệp | chuẩn hiệu trưởng | mức khá | mức tốt | khá trở lên | vị trí việc làm | khung năng lực | professional standard | professional standards | competency',
  ],
  [
    'per-class',
    'giáo viên một lớp | giáo viên mỗi lớp | giáo viên trên lớp | cô một lớp | cô mỗi lớp | cô trên lớp | mấy cô một lớp | mấy cô 1 lớp | mấy cô | giáo viên lớp | bao nhiêu cô | bao nhiêu giáo viên một lớp | cô 1 lớp | giáo viên 1 lớp | co moi lop | cô đứng lớp | định mức giáo viên | tỷ lệ giáo viên | teachers per class | teacher per class | teachers in each class | teacher ratio | teachers each class | định biên | mấy cô một lớp mẫu giáo | mấy giáo viên một lớp | mấy cô giáo một lớp | lớp mấy cô | lớp có mấy cô | một lớp mấy cô | mỗi lớp mấy cô | mỗi lớp mấy giáo viên | cô phụ trách một lớp | teachers in a class | teachers for each class',
  ],
  ['training', 'bồi dưỡng | tập huấn | đào tạo | nâng chuẩn | trained | training | professional development'],
  ['ethics', 'đạo đức | đạo đức nhà giáo | quy tắc ứng xử | ứng xử | ethics | code of conduct | conduct'],
  [
    'dress',
    'trang phục | đồng phục | ăn mặc | quần áo | mặc | biển tên | đeo biển tên | dress | dress code | uniform | uniforms | name tag | name tags | clothes | clothing',
  ],
  ['social-media', 'mạng xã hội | facebook | fb | fanpage | zalo | social media | social networks'],
  ['rank', 'thăng hạng | xếp lương | hạng chức danh | chức danh nghề nghiệp | promotion'],
  [
    'contest',
    'hội thi | cuộc thi | thi giáo viên giỏi | giáo viên dạy giỏi | giáo viên giỏi | thi | contest | competition | contests | competitions | thi gv giỏi | thi giáo viên dạy giỏi | gv giỏi | thi dạy giỏi | thi cô giỏi | hội thi giáo viên',
  ],
  ['festival', 'chúng cháu vui khỏe | liên hoan | vui khỏe | dân vũ | ngày hội | festival'],
  [
    'school-year-dates',
    'bắt đầu năm học | kết thúc năm học | năm học kết thúc | năm học bắt đầu | chương trình bắt đầu | hoàn thành chương trình | học đến ngày nào | bắt đầu chương trình | tựu trường | bế giảng | tổng kết năm học | school year end | school year start | end of the school year | start of the school year | school year begins | school year ends | ngày bắt đầu năm học | ngày kết thúc năm học | năm học bắt đầu khi nào | vào năm học | học chính thức | bắt đầu học chính thức',
  ],
  ['semester', 'học kỳ | học kỳ 1 | học kỳ 2 | học kì | sơ kết | học kỳ i | học kỳ ii | kỳ 1 | kỳ 2 | semester | term'],
  [
    'schedule',
    'lịch trình | lịch | lịch hoạt động | lịch trình hoạt động | hoạt động chuyên môn | kế hoạch tháng | schedule | timetable | calendar | hoạt động tháng',
  ],
  ['visit', 'kiến tập | tham quan | tham quan kiến tập | thăm quan | study visit | demonstration lesson'],
  [
    'report',
    'báo cáo | thống kê | nộp báo cáo | báo cáo tổng kết | số liệu | report | reports | reporting | statistics | nộp số liệu | báo về đâu | báo cáo về đâu | báo ai | báo cho ai | báo chỗ nào | hỏi ai | gửi về đâu | nộp về đâu | trình ai | phản ánh về đâu | kêu ai | báo lên đâu | báo lên ai | báo đâu | báo về | kiến nghị về đâu | hỏi đâu | liên hệ cấp nào',
  ],
  ['data-system', 'cơ sở dữ liệu | csdl | dữ liệu ngành | enetviet | database | data system'],
  [
    'news',
    'tin bài | truyền thông | bài đăng | tuyên truyền | bản tin | articles | news | communication | propaganda | outreach',
  ],
  ['video', 'video | clip | hướng dẫn cha mẹ | videos'],
  [
    'donation',
    'tài trợ | ủng hộ | vận động | xã hội hóa | quyên góp | đóng góp tự nguyện | tự nguyện | donation | donations | sponsorship | donate | voluntary',
  ],
  [
    'fees-rule',
    'khoản thu | các khoản thu | mức thu | thu chi | thu tiền | quy định thu | cashless | không dùng tiền mặt | chuyển khoản | collections | charges | thu các khoản | các khoản tiền | không tiền mặt | tiền mặt | bằng tiền mặt | qua thẻ | qua ngân hàng | qua app | cash | without cash | thanh toán | trả góp',
  ],
  [
    'decree',
    'văn bản nào | nghị định | nghị quyết | thông tư | quyết định | công văn | chỉ thị | theo văn bản nào | theo quy định nào | decree | circular | resolution | decision | regulation | regulations | legal basis | theo luật | luật | law | luật giáo dục | luật giáo dục mới | luật giáo dục 2019 | theo luật giáo dục | nghị quyết số mấy | nghị quyết số bao nhiêu | thông tư số mấy | quyết định số mấy | chỉ thị số mấy | nghị định số mấy | thông tư số bao nhiêu | quyết định số bao nhiêu | theo nghị quyết số mấy',
  ],
  ['policy', 'chính sách | chế độ | chính sách hỗ trợ | chế độ chính sách | policy | policies'],
  [
    'signer',
    'ký ngày mấy | ký hôm nào | ngày mấy ký | ký năm nào | ai ký | người ký | ký ngày nào | ký ngày | ngày ký | ký khi nào | do ai ký | ban hành ngày | ban hành khi nào | ai ban hành | ban hành | who signed | signed by | signing | signed on | issued | issued by | ban hành hôm nào | ban hành ngày nào | ra hôm nào | ra ngày nào | ra khi nào | ra đời | ra đời khi nào | ký hôm bao nhiêu | ai đứng tên | ai là người ký | người đứng tên | được ban hành | ban hành lúc nào | đơn vị nào ban hành | cơ quan nào ban hành | đề ngày | issue date | signatory | nơi nào ban hành | ở đâu ban hành | người nào ký | ông nào ký | bà nào ký | đề ngày bao nhiêu | đề ngày nào | ghi ngày nào | ghi ngày bao nhiêu | ra ngày bao nhiêu | ký bao giờ | ký lúc nào | ai phê | ai ra | ai soạn | ra ngày | ký ban hành',
  ],
  [
    'validity',
    'hiệu lực | còn hiệu lực | hết hiệu lực | còn áp dụng | hết hạn | áp dụng đến | còn giá trị | có giá trị | thay thế | valid | still valid | in force | expired | expire | effective',
  ],
  ['emulation', 'thi đua | chỉ tiêu thi đua | xuất sắc | khen thưởng | tuyên dương | emulation | award | awards | commendation'],
  ['research', 'sáng kiến | skkn | sáng kiến kinh nghiệm | innovation'],
  ['road-map', 'lộ trình | giai đoạn | thời gian thực hiện | thực hiện từ | thực hiện đến | period | roadmap'],
  ['summer', 'hè | hoạt động hè | nghỉ hè | học hè | summer'],
  ['tet', 'tết | nghỉ tết | tết âm lịch | tet | lunar new year'],
  ['opening', 'khai giảng | opening ceremony | opening day'],
  [
    'primary',
    'tiểu học | cấp 1 | cấp một | trường cấp 1 | học sinh tiểu học | lớp 1 | lớp một | lớp 2 | lớp 3 | primary | primary school | primary schools | elementary',
  ],
  [
    'secondary',
    'thcs | trung học cơ sở | cấp 2 | cấp hai | lớp 6 | lớp 9 | lớp 10 | thpt | cấp 3 | secondary | middle school | high school',
  ],
  ['pilot', 'thí điểm | trial'],
  ['criteria', 'tiêu chí | criteria | phụ lục | appendix'],
  [
    'foreign-invested',
    'yếu tố nước ngoài | vốn nước ngoài | đầu tư nước ngoài | vốn đầu tư nước ngoài | foreign-invested | foreign invested',
  ],
  ['autonomy', 'tự chủ | dân chủ | autonomy'],
  ['insurance', 'bảo hiểm xã hội | bhxh | bảo hiểm | bảo hiểm y tế | bhyt | insurance'],
]
