import type { Concept } from './concept.ts'

/** Health, meals, safety. */
export const care: readonly Concept[] = [
  ['school-health', 'y tế | y tế trường học | y tế học đường | công tác y tế | school health'],
  [
    'weigh',
    'cân và đo | cân với đo | đo và cân | weighed and measured | cân một lần | cân 1 lần | cân mấy lần | cân bao lâu | bao lâu cân | mấy tháng cân | cân cho bé | cân định kỳ | cân đo | cân nặng | cân | đo chiều cao | chiều cao | đo | cân trẻ | cân bé | được cân | thể lực | phát triển thể lực | weigh | weighed | weighing | weight | height | measure | measured | measuring | measurement | các cô cân | cô cân | cô đo | các cô đo | đi cân | cân thử | đo cân nặng | cân ký | lên cân | cân đo trẻ | cân đo cho | theo dõi cân nặng | kiểm tra cân nặng | cân mấy lâu | mấy lâu cân | get weighed | cân cháu | cân cho cháu | cân một phát | cân thế nào | cân ra sao | cân kiểu gì | kiểm tra chiều cao | chiều cao cân nặng | coi cân',
  ],
  ['growth-chart', 'biểu đồ tăng trưởng | biểu đồ | growth chart | growth charts'],
  ['bmi', 'bmi | chỉ số khối cơ thể | khối cơ thể | body mass index | body mass'],
  [
    'check-up',
    'medical check-ups | medical check-up | medical checkups | medical examination | medical exams | doctor check | health examinations | health screening | khám sức khỏe | khám bệnh | khám | khám định kỳ | khám sk | khám sức khỏe định kỳ | kiểm tra sức khỏe | được khám | bác sĩ khám | check-up | checkup | check up | check-ups | checkups | health check | health checks | medical check | medical checks | health examination | examined | examination | doctor visit | đi khám | khám tổng quát | khám sức khoẻ | khám cho bé | khám cho trẻ | khám sức khỏe cho trẻ | health exam | health exams',
  ],
  [
    'health',
    'sức khỏe | sức khoẻ | theo dõi sức khỏe | tình trạng sức khỏe | health | healthy | chăm sóc sức khỏe | lo sức khỏe | chăm lo sức khỏe | coi sóc sức khỏe',
  ],
  [
    'vaccination',
    'tiêm chủng | tiêm phòng | chích ngừa | tiêm | tiêm vắc xin | vắc xin | vacxin | vaccin | tiêm chủng mở rộng | vaccination | vaccinations | vaccine | vaccines | vaccinated | immunisation | immunization | jab | mũi tiêm | chủng ngừa | đi tiêm | đi chích | immunized',
  ],
  ['vitamin-a', 'vitamin a | vitamin | uống vitamin'],
  ['malnutrition', 'suy dinh dưỡng | sdd | còi xương | trẻ còi | malnutrition | malnourished | undernutrition | undernourished'],
  ['underweight', 'nhẹ cân | thể nhẹ cân | thiếu cân | underweight | gầy còm | ốm yếu | nhẹ ký | thiếu ký | hụt cân'],
  ['stunting', 'thấp còi | thể thấp còi | stunting | stunted | lùn | thấp bé | chậm lớn'],
  [
    'obesity',
    'béo phì | thừa cân | thừa cân béo phì | béo | obesity | obese | overweight | bé mập | mập | mập quá | mũm mĩm | dư cân | quá cân',
  ],
  [
    'sign',
    'ký | kí | ký xác nhận | ký nhận | ký tên | ký sổ | xác nhận | sign | signs | signed | signature | sign-off | sign off | confirm',
  ],
  [
    'handover',
    'đón trả | đón trả trẻ | đón - trả | đưa đón | giao nhận trẻ | khi đón | lúc đón | khi trả | lúc đưa bé đến | drop-off | drop off | pick-up | pick up | pickup | dropping off | picking up | handover | rước bé | rước cháu | lúc rước',
  ],
  [
    'medicine-cabinet',
    'tủ thuốc | thuốc thiết yếu | danh mục thuốc | trang thiết bị y tế | phòng y tế | góc y tế | medicine cabinet | medical room | first-aid kit | medical supplies',
  ],
  ['disinfect', 'khử khuẩn | sát trùng | dung dịch sát khuẩn | khử trùng | disinfect | disinfection | sanitiser'],
  [
    'epidemic',
    'covid | covid-19 | corona | dịch | dịch bệnh | phòng dịch | phòng chống dịch | dịch covid | epidemic | pandemic | outbreak | disease | diseases | mùa dịch',
  ],
  [
    'hygiene',
    'vệ sinh cá nhân | rửa tay | rửa tay bằng xà phòng | vệ sinh răng miệng | răng miệng | đánh răng | hygiene | handwashing | hand washing | wash hands | teeth | brush teeth',
  ],
  ['contract', 'hợp đồng | ký hợp đồng | kí hợp đồng | contract | contracts'],
  [
    'food-safety',
    'an toàn thực phẩm | vệ sinh an toàn thực phẩm | vsattp | attp | an toàn vệ sinh thực phẩm | vệ sinh thực phẩm | food safety | food hygiene | kitchens safe | safe kitchens | kitchen safety | safe food | food safe | kitchen safe | ăn uống an toàn | đồ ăn an toàn | thức ăn an toàn | vệ sinh ăn uống',
  ],
  [
    'food-sample',
    'giữ lại | lưu lại | lưu đồ ăn | lưu thức ăn lại | mẫu thực phẩm | lưu mẫu thực phẩm | lưu mẫu | lưu mẫu thức ăn | mẫu thức ăn | lưu nghiệm | lưu nghiệm thức ăn | lưu thức ăn | giữ mẫu | giữ lại mẫu | mẫu đồ ăn | lưu mẫu đồ ăn | food sample | food samples | samples | sample | keep food | giữ mẫu thức ăn | cất mẫu | mẫu đồ ăn giữ | để mẫu | retain | retained',
  ],
  [
    'three-step',
    'kiểm thực | kiểm thực ba bước | kiểm thực 3 bước | ba bước | 3 bước | three-step | three step | 3-step | kiểm thực mấy bước | kiểm thực bao nhiêu bước | kiểm thực gồm mấy bước | kiểm thực có mấy bước | kiểm thực qua mấy bước | mấy bước kiểm thực | kiểm tra thực phẩm mấy bước | kiểm tra mấy bước',
  ],
  [
    'kitchen',
    'bếp | bếp ăn | nhà bếp | bếp một chiều | bếp 1 chiều | một chiều | kitchen | kitchens | one-way kitchen | one-way',
  ],
  [
    'supplier',
    'nhà cung cấp thực phẩm | cung cấp thực phẩm | cung ứng thực phẩm | đơn vị cung ứng | nguồn thực phẩm | nguồn gốc thực phẩm | thực phẩm lấy ở đâu | mua thực phẩm | thực phẩm | nhà cung cấp | food supplier | food suppliers | supplier | suppliers | food supply | nguồn hàng',
  ],
  [
    'food-receiving',
    'giao nhận thực phẩm | giao nhận | tay ba | giao nhận tay ba | nhận thực phẩm | receiving food | food delivery | food receiving | three-party | giao thực phẩm | giao đồ ăn | giao hàng thực phẩm | nhập thực phẩm | nhận hàng thực phẩm | nhận đồ ăn | giao đồ | nhập hàng | giao nhận đồ ăn | giao nhận hàng | food is delivered | food deliveries | người ta giao đồ ăn | giao rau thịt | nhận rau thịt | nhận rau | giao rau | giao thịt | nhận thịt cá | nhận đồ | nhận hàng | giao nhận rau',
  ],
  [
    'meal',
    'ăn gì | ăn ở trường | cho ăn | bé ăn | trẻ ăn | con ăn | các con ăn | các bé ăn | ăn món gì | món ăn | món | ăn sáng | ăn chiều | ăn xế | bữa ăn | suất ăn | ăn uống | ăn | đồ ăn | thức ăn | cơm | chế độ ăn | meal | meals | food | eat | eating | lunch | bữa trưa',
  ],
  ['menu', 'thực đơn | menu | menus | công khai thực đơn'],
  [
    'nutrition-status',
    'tình trạng dinh dưỡng | theo dõi dinh dưỡng | đánh giá dinh dưỡng | đánh giá tình trạng dinh dưỡng | nutritional status',
  ],
  [
    'ration',
    'khẩu phần | khẩu phần ăn | định lượng | dinh dưỡng | chế độ dinh dưỡng | khẩu phần dinh dưỡng | ration | portion | portions | nutrition | nutrients',
  ],
  [
    'meal-fee',
    'tiền ăn | mức ăn | mức tiền ăn | tiền ăn bán trú | tiền ăn của trẻ | tiền ăn trưa | meal fee | meal fees | food fee | food money | lunch money | meal price | mức tiền ăn của trẻ | tiền cơm | tiền ăn hàng ngày | tiền ăn của bé | tiền ăn một ngày | tiền ăn 1 ngày | đóng tiền ăn | meal money | thu tiền ăn | nộp tiền ăn | tính tiền ăn | mức thu tiền ăn',
  ],
  [
    'lunch-support',
    'hỗ trợ ăn trưa | hỗ trợ tiền ăn | hỗ trợ tiền ăn trưa | trợ cấp ăn trưa | lunch support | lunch subsidy | lunch allowance',
  ],
  ['food-poisoning', 'ngộ độc thực phẩm | ngộ độc thức ăn | food poisoning'],
  ['vegetable-garden', 'vườn rau | rau sạch | cây ăn quả | trồng rau | vegetable garden | vegetable gardens | fruit trees'],
  ['water', 'nước sạch | nước uống | nguồn nước | công trình vệ sinh | clean water | drinking water'],
  [
    'toilet',
    'nhà vệ sinh | toilet | toilets | wc | vệ sinh đạt chuẩn | restroom | vệ sinh học sinh | phòng vệ sinh | nhà vệ sinh đạt chuẩn | khu vệ sinh',
  ],
  [
    'safe-school',
    'trường học an toàn | trường an toàn | an toàn | mất an toàn | an toàn tuyệt đối | môi trường an toàn | safe | safety | safe school | safe schools',
  ],
  [
    'injury',
    'tai nạn thương tích | tai nạn | thương tích | tntt | phòng tránh tai nạn | injury | injuries | accident | accidents | injury prevention | té ngã | thương vong',
  ],
  [
    'fire',
    'phòng cháy | phòng cháy chữa cháy | pccc | chữa cháy | cháy | cháy nổ | thoát hiểm | thoát nạn | fire | fire safety | fire prevention | escape',
  ],
  ['violence', 'bạo hành | bạo lực | bạo lực học đường | đánh trẻ | xâm hại | đánh bé | violence | abuse | bullying'],
  [
    'responsible',
    'chịu trách nhiệm | trách nhiệm | trách nhiệm pháp luật | responsible | responsibility | liable | accountable | chịu trước pháp luật | phải chịu trước pháp luật | ai chịu | người nào phải chịu | chịu tội | chịu phạt | trước pháp luật',
  ],
  [
    'traffic',
    'an toàn giao thông | giao thông | atgt | tôi yêu việt nam | traffic | traffic safety | road safety | i love vietnam | chương trình tôi yêu việt nam',
  ],
  [
    'supervise',
    'supervises | supervised | checks | checked | inspects | inspected | giám sát | kiểm tra giám sát | kiểm tra | thanh tra | supervise | supervision | monitor | inspect | inspection | inspections | oversee | đột xuất | đứng coi | đứng xem | chứng kiến | trông coi | coi sóc | theo dõi kiểm tra | đứng ra kiểm tra | witness | watches | chứng kiến lúc | quan sát lúc',
  ],
  ['first-aid', 'sơ cứu | sơ cấp cứu | cấp cứu ban đầu | first aid | first-aid'],
  [
    'self-service',
    'tự phục vụ | kỹ năng tự phục vụ | tự lập | kỹ năng | kỹ năng sống | self-care | self care | self-service | life skills | independent skills',
  ],
  ['disaster', 'thiên tai | bão lũ | disaster | disasters | natural disaster | bão | mưa bão | lũ lụt | storm | flood'],
]
