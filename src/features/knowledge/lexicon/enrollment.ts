import type { Concept } from './concept.ts'

/** Going to preschool: enrolment, attendance, size of classes, universal education. */
export const enrollment: readonly Concept[] = [
  [
    'enrol',
    'attend | attends | attending | huy động | huy động trẻ | tỷ lệ huy động | tỉ lệ huy động | ra lớp | đến lớp | đến trường | đi học | được đi học | vào học | tới trường | tới lớp | tuyển | tỷ lệ ra lớp | tỷ lệ đến trường | tỷ lệ đi học | vào trường mầm non | đi mẫu giáo | đi nhà trẻ | enrol | enroll | enrolled | enrolment | enrollment | enrolling | enrolment rate | go to preschool | in school | attend preschool | attending preschool | go to school | đi trẻ | tới trường mầm non | supposed to be in preschool | supposed to be in school | be in preschool | be in school | đi lớp | trẻ được đi học | ra trường lớp | huy động ra lớp | đến trường mầm non | go to nursery | in nursery | in kindergarten | gom | vận động đi học | gọi đi học | huy động được | đón được | vào lớp | going to preschool | goes to preschool | to be enrolled | join preschool',
  ],
  [
    'admission',
    'tuyển sinh | chỉ tiêu tuyển sinh | nhận trẻ | nhận bé | nhận vào | nhận vào học | nhập học | xin học | xin vào học | xin vào | được nhận | admission | admissions | admit | admitted | intake | nhận học | đón trẻ vào học | thu nhận | vô học | vào lớp mầm non | tiếp nhận | chắc chắn được nhận | có được nhận | có nhận',
  ],
  [
    'priority',
    'ưu tiên | được ưu tiên | diện ưu tiên | priority | prioritised | prioritized | priorities | preference | được nhận trước | xét trước | nhận trước | diện nào trước',
  ],
  [
    'attendance',
    'regular | regularly | how regular | tỷ lệ đi học chuyên cần | tỉ lệ đi học chuyên cần | tỷ lệ đi học đều | tỉ lệ đi học đều | đi học chuyên cần của trẻ | chuyên cần bé | chuyên cần trẻ | chuyên cần của bé | chuyên cần của trẻ | chuyên cần cho bé | tỷ lệ chuyên cần trẻ | tỷ lệ chuyên cần của trẻ | chuyên cần các bé | chuyên cần | tỷ lệ chuyên cần | tỉ lệ chuyên cần | đi học đều | đi học chuyên cần | đi học đầy đủ | đều đặn | attendance | attendance rate | attendance target | attend regularly | regular attendance | đi học thường xuyên | đi học chuyên cần đầy đủ | mức chuyên cần | chỉ tiêu chuyên cần | chuyên cần phải đạt | tỉ lệ có mặt | tỷ lệ có mặt | tỷ lệ trẻ đi học đều | đi học đều đặn | cc trẻ | attendance rates | đi học đều hàng ngày',
  ],
  [
    'universal',
    'phổ cập | phổ cập giáo dục | phổ cập mầm non | pcgd | pcgdmn | pcgdmntent | phổ cập 5 tuổi | phổ cập trẻ 5 tuổi | phổ cập giáo dục mầm non | universal | universalisation | universal preschool | universalization',
  ],
  [
    'class-size',
    'sĩ số | sỉ số | số trẻ một lớp | số trẻ mỗi lớp | số trẻ trên lớp | trẻ một lớp | trẻ một nhóm | trẻ mỗi lớp | cháu một lớp | bé một lớp | học sinh một lớp | cháu 1 lớp | bé 1 lớp | trẻ 1 lớp | mấy bé một lớp | lớp đông | lớp có bao nhiêu | một lớp có | một lớp bao nhiêu | 1 lớp bao nhiêu | 1 lớp có | mỗi lớp bao nhiêu | mỗi lớp có | lớp mấy bé | lớp bao nhiêu bé | lớp bao nhiêu cháu | lớp bao nhiêu trẻ | class size | class sizes | children per class | children in a class | kids per class | how big are classes | per class | in each class | số học sinh nhóm lớp | một lớp nhận mấy bé | đông cỡ nào | bao nhiêu cháu một lớp | mấy cháu một lớp | lớp mấy cháu | sỉ số lớp | sĩ số lớp | how crowded | pupils per class | lớp có mấy bé | bao nhiêu bé một lớp | trung bình mỗi lớp | bình quân mỗi lớp | lớp trung bình | bn bé',
  ],
  [
    'school-size',
    'bao nhiêu nhóm lớp | bao nhiêu nhóm | bao nhiêu lớp | mấy lớp | mấy nhóm lớp | mấy nhóm | số nhóm lớp | số lớp | tối đa bao nhiêu lớp | không quá bao nhiêu lớp | how many classes | how many groups | classes a school | quy mô trường | qui mô trường | nhóm lớp trên trường | lớp một trường | lớp mỗi trường | bao nhiêu lớp một trường | một trường có | một trường tối đa | một trường được bao nhiêu lớp | school size | classes per school | size of a school | groups per school | quy mô',
  ],
  [
    'two-sessions',
    'hai buổi | 2 buổi | 2 buổi ngày | hai buổi ngày | hai buổi một ngày | 2 buổi một ngày | cả ngày | học cả ngày | two sessions | two sessions a day | full day | full-day | all day | ngày hai buổi | cả ngày ở trường | whole day',
  ],
  [
    'boarding',
    'bán trú | ăn bán trú | ăn trưa ở trường | ở lại trưa | ngủ trưa | half board | semi-boarding | semi boarding | boarding | lunch at school | day boarding',
  ],
  [
    'non-public',
    'tư thục | ngoài công lập | trường tư | dân lập | lớp tư | nhóm trẻ tư thục | lớp mẫu giáo tư thục | độc lập tư thục | độc lập | lớp độc lập | nhóm lớp độc lập | nhóm trẻ độc lập | nhóm trẻ lớp mẫu giáo độc lập tư thục | lớp mẫu giáo độc lập | nhóm lớp tư thục | private | private school | private schools | non-public | non public | independent | independent classes | private classes | chỗ giữ trẻ tư | giữ trẻ tư | chỗ trông trẻ tư | nhóm giữ trẻ tư | cơ sở tư | cơ sở tư nhân | trường tư nhân | tư nhân | lớp tư nhân | chỗ gửi trẻ tư | nhóm trẻ gia đình | nhóm trẻ tư | học tư | trường ngoài | nhà trẻ tư | mầm non tư | mầm non tư thục | cơ sở mầm non tư | privately run',
  ],
  [
    'licensed',
    'cấp phép | được cấp phép | đã cấp phép | có phép | giấy phép | phép hoạt động | cấp phép hoạt động | được phép hoạt động | không phép | chưa được cấp phép | chưa có phép | quyết định thành lập | licensed | licence | license | licences | permit | permits | permitted | approved | unlicensed | legal | chờ giấy phép | đang chờ giấy phép | đang xin phép | xin phép hoạt động | xin giấy phép | giấy phép chưa xong | chưa xong giấy phép | đang làm giấy phép | chưa có quyết định thành lập | phép thành lập | chưa xong thủ tục cấp phép | chưa được cấp giấy phép | có giấy phép | without a licence | without a license | hoạt động chui | mở chui | trường chui | chưa ra giấy phép | waiting for a licence',
  ],
  [
    'publish',
    'công khai | đăng tải | đăng ở đâu | công bố | niêm yết | đăng | published | publish | posted | made public | public list | đăng công khai | xem danh sách',
  ],
  ['portal', 'cổng thông tin | cổng thông tin điện tử | portal'],
  [
    'split-school',
    'tách trường | sáp nhập | ghép trường | merge | merged | merger | điểm lẻ | điểm trường | điểm trường lẻ | satellite site',
  ],
  [
    'mixed-age',
    'put together | together with | in the same class | học chung | chung lớp | học cùng lớp | gộp lớp | gộp chung | ghép lớp | học ghép | lớp ghép | ghép tuổi | ghép các độ tuổi | ghép với | ghép | mixed-age | mixed age | mixed ages | combined class | học chung phòng | xếp chung | xếp chung lớp | dồn lớp | dồn chung | học lẫn | xếp lẫn | chung phòng | ghép chung | trộn lớp | trộn tuổi | nhét chung | combined with | mixed with',
  ],
]

/** The word for a figure that is aimed at. */
export const aiming: readonly Concept[] = [
  [
    'ministry',
    'bộ y tế | tổ chức y tế thế giới | bộ giáo dục | bộ giáo dục và đào tạo | world health organization | ministry of health | ministry of education | who standard',
  ],
  [
    'doc-number',
    'mang số | số hiệu bao nhiêu | số bao nhiêu | số mấy | kế hoạch số mấy | số hiệu | mang số mấy | số hiệu gì | document number | what number is | số hiệu nào | mang số bao nhiêu | số bao nhiêu vậy | số mấy vậy | đề số bao nhiêu | đề số mấy | đề số | có số bao nhiêu | có số mấy',
  ],
  ['aesthetics', 'thẩm mỹ | lĩnh vực thẩm mỹ | lĩnh vực | aesthetics | lĩnh vực nhận thức'],
  ['applies', 'áp dụng | thực hiện | triển khai | apply | applies | applied | thi hành'],
  [
    'agree',
    'thỏa thuận | bàn bạc | được bàn | bàn với phụ huynh | thống nhất | ý kiến | có ý kiến | góp ý mức | quyết định mức | quyết mức | quyết định | agree | agreed | agreement | decide | decides | decided | discuss',
  ],
  [
    'units',
    'xã phường | phường xã | xã | cấp xã | đơn vị cấp xã | quận huyện | huyện | cấp huyện | đơn vị cấp huyện | đơn vị | địa bàn | communes | districts | communes and wards',
  ],
  [
    'forbid',
    'cấm | nghiêm cấm | bị cấm | cấm không | không cho phép | forbid | forbids | forbidden | banned | prohibit | prohibits | prohibited | not allowed',
  ],
  ['volunteer-model', 'tư vấn chuyên môn | sinh hoạt chuyên môn | chuyên môn'],
  [
    'cooperation',
    'phối hợp | phối hợp với phụ huynh | hợp tác | cooperate | cooperation | tham gia | participate | involve | involved',
  ],
  [
    'public',
    'công lập | trường công | trường công lập | public | public school | public schools | state school | state schools | học công | trường nhà nước | mầm non công | mầm non công lập | cơ sở công lập | trường quận',
  ],
  ['standard', 'đạt chuẩn | chuẩn | standard | standards'],
  [
    'paper',
    'văn bản | document | documents | căn cứ | công văn nào | văn bản nào nói | công văn | giấy tờ nào quy định | hướng dẫn nào',
  ],
  [
    'target',
    'chỉ tiêu | mục tiêu | phấn đấu | kế hoạch | đặt mục tiêu | đặt chỉ tiêu | yêu cầu | target | targets | goal | goals | aim | aims | objective | planned | plan | plans',
  ],
  [
    'increase',
    'tăng | tăng thêm | tăng bao nhiêu | so với năm trước | increase | higher than | more than last year | tăng so với | hơn năm ngoái | nhích',
  ],
  ['decrease', 'giảm mấy | giảm bao nhiêu | hạ | khống chế | decrease | fall | lower'],
  [
    'every-year',
    'hàng năm | hằng năm | mỗi năm | một năm | 1 năm | từng năm | năm học | trong năm | cả năm | a year | per year | each year | every year | yearly | annually | school year | năm',
  ],
  ['every-month', '1 tháng | tháng | hàng tháng | hằng tháng | mỗi tháng | một tháng | monthly | a month | per month | month'],
  ['every-day', '1 ngày | hàng ngày | hằng ngày | mỗi ngày | một ngày | daily | every day | each day | a day'],
  [
    'age',
    'tuổi | độ tuổi | lứa tuổi | lứa | trong độ tuổi | age | aged | ages | year old | years old | year-old | year-olds | years',
  ],
]
