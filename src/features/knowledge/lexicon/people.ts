import type { Concept } from './concept.ts'

/** Who is spoken of: children by group, those who pay, those who work at a school, offices. */
export const people: readonly Concept[] = [
  [
    'parent',
    'phụ huynh | cha mẹ | bố mẹ | ba mẹ | ba má | bậc cha mẹ | cha mẹ học sinh | gia đình | phụ huynh học sinh | parent | parents | family | families | mum and dad | our side | bên mình đóng | nhà mình đóng | mình đóng | mình phải đóng | em phải đóng | tôi phải đóng | we pay | i pay | we have to pay | cha mẹ các cháu | gia đình trẻ | các mẹ | các bố mẹ | người nhà | our family | nhà mình góp | nhà em đóng | nhà tôi đóng | guardians | guardian | mẹ bé | bố bé | mẹ cháu | người nhà các cháu | người nhà cháu | người nhà bé | ông bà',
  ],
  [
    'company',
    'doanh nghiệp | công ty | cty | hãng sữa | công ty sữa | bên sữa | nhà tài trợ | company | companies | business | businesses | enterprise | enterprises | firm | sponsor | bên công ty | nhà sản xuất sữa | doanh nghiệp sữa | đơn vị cung cấp sữa | nhà cung cấp sữa | milk company | dairy company | private sector',
  ],
  [
    'city',
    'ngân sách thành phố | ngân sách | thành phố hỗ trợ | nhà nước | nhà nước hỗ trợ | thành phố | tp | city budget | city | the city | government | state budget | the state | municipal | thành phố lo | ngân sách tp | tiền ngân sách | chính quyền | ngân sách nhà nước | thành phố chi | city hall | public budget | municipality | chính phủ hỗ trợ',
  ],
  [
    'poor',
    'hộ nghèo | nhà nghèo | con nhà nghèo | nghèo | sổ hộ nghèo | diện nghèo | poor | poor household | poor households | poor family | poor families | gia đình nghèo | gia đình khó khăn | hoàn cảnh khó khăn | nhà khó khăn | low-income | low income | nghèo khó',
  ],
  ['near-poor', 'hộ cận nghèo | cận nghèo | sổ cận nghèo | near poor | near-poor'],
  [
    'policy-family',
    'gia đình chính sách | diện chính sách | con chính sách | con gia đình chính sách | nhà chính sách | trẻ chính sách | thuộc chính sách | policy family | policy families | policy beneficiary | policy beneficiaries | social policy families | gia đình có công | thuộc diện chính sách | đối tượng chính sách | diện gia đình chính sách | con em gia đình chính sách | nhà có công',
  ],
  [
    'ordinary',
    'normal case | normal child | normal children | normal | trẻ đại trà | đại trà | bình thường | trẻ bình thường | bé thường | trẻ thường | bé bình thường | con bình thường | không diện gì | không thuộc diện gì | không thuộc diện | không diện | không diện nào | ko diện gì | diện bình thường | ordinary children | ordinary child | regular child | regular children | other children | not in any category | trẻ em bình thường | trẻ đại chúng | diện thường | nhà thường | hổng thuộc diện gì | không nghèo | không nghèo không chính sách | không nghèo cũng không chính sách | không nghèo cũng không phải diện chính sách | không nghèo không cận nghèo | không thuộc hộ nghèo | không phải hộ nghèo | không phải diện chính sách | không chính sách | hổng nghèo | hổng chính sách | nhà bình thường | gia đình bình thường | not poor | average family | ordinary family | ordinary families | ngoài diện ưu tiên | không được miễn',
  ],
  [
    'disabled',
    'khuyết tật | trẻ khuyết tật | hòa nhập | học hòa nhập | giáo dục hòa nhập | tự kỷ | chậm phát triển | chậm nói | disabled | disability | disabilities | inclusive | inclusion | special needs | autism | handicapped | trẻ kt | khiếm khuyết | trẻ đặc biệt | nhu cầu đặc biệt | học sinh khuyết tật | bé khuyết tật | khuyết tật nhẹ | children with disabilities',
  ],
  ['orphan', 'mồ côi | trẻ mồ côi | orphan | orphans | bố mẹ mất | bố mẹ cháu mất | cha mẹ mất | mất cha mẹ | mồ côi cha mẹ'],
  ['martyr', 'thương binh | liệt sĩ | con thương binh | bệnh binh | có công | người có công | war invalid | veteran'],
  [
    'minority',
    'dân tộc thiểu số | dân tộc | người dân tộc | đồng bào | vùng dân tộc | vùng sâu | vùng xa | ethnic minority | ethnic minorities | remote',
  ],
  [
    'worker',
    'công nhân | con công nhân | khu công nghiệp | khu chế xuất | kcn | worker | workers | industrial zone | industrial zones | factory | bố mẹ công nhân | lao động | người lao động khu công nghiệp',
  ],
  [
    'officer-child',
    'con giáo viên | con cán bộ | con bộ đội | con công an | con bác sĩ | bộ đội | công an | teachers children | mẹ em là giáo viên | mẹ là giáo viên | mẹ cháu là giáo viên | bố là bộ đội | bố cháu là bộ đội | bố cháu là công an | bố là công an | mẹ làm giáo viên | con cán bộ giáo viên',
  ],
  ['single-mother', 'mẹ đơn thân | đơn thân | single mother | single mom | single parent'],
  ['third-child', 'con thứ ba | con thứ 3 | con thứ hai | sinh đôi | anh em ruột | siblings | twins | đông con'],
  ['foreigner', 'người nước ngoài | trẻ nước ngoài | quốc tịch | foreigner | foreign child | trẻ con lai'],
  ['catchment', 'đúng tuyến | phân tuyến | theo tuyến | catchment | catchment area | zoning | zones'],
  [
    'migrant',
    'tạm trú | hộ khẩu | thường trú | không có hộ khẩu | khác quận | ngoại tỉnh | residence | household registration | kt3',
  ],
  ['teacher', 'giáo viên | cô giáo | gv | gvmn | thầy cô | các cô | nhà giáo | thầy giáo | teacher | teachers'],
  [
    'manager',
    'cán bộ quản lý | cbql | ban giám hiệu | bgh | hiệu trưởng | phó hiệu trưởng | cô hiệu trưởng | principal | principals | headteacher | head teacher | school leaders | managers | lãnh đạo trường | quản lý trường | hiệu phó | cán bộ lãnh đạo | school managers | leaders',
  ],
  [
    'staff',
    'nhân viên | cán bộ nhân viên | đội ngũ | người lao động | staff | employees | cbgvnv | người làm | nhân sự | personnel',
  ],
  [
    'nurturing-staff',
    'nhân viên nuôi dưỡng | cô nuôi | cô cấp dưỡng | nvnd | đầu bếp | cooks | cook | kitchen staff | người nấu ăn | cô nấu ăn | nhân viên bếp | nhân viên nấu ăn | chị nuôi',
  ],
  [
    'medical-staff',
    'bác sĩ trực | nhân viên y tế | cán bộ y tế | cô y tế | y tá | nurse | school nurse | medical staff | health worker | medical worker | health staff | y sĩ | y bác sĩ | người phụ trách y tế | cô phụ trách y tế | nhân viên ytế | cán bộ phụ trách y tế | điều dưỡng | school doctor | school nurses | người lo y tế | cô lo y tế',
  ],
  [
    'health-station',
    'trạm y tế | trạm y tế phường | trung tâm y tế | phòng khám | phòng khám đa khoa | ttyt | clinic | health station | polyclinic',
  ],
  [
    'education-office',
    'phòng giáo dục | phòng gd | phòng gd đt | phòng giáo dục và đào tạo | phòng gdđt | pgd | education office | education division | phòng giáo dục quận | phòng giáo dục huyện | phòng giáo dục đào tạo',
  ],
  [
    'education-department',
    'sở giáo dục | sở gd | sở gd đt | sở giáo dục và đào tạo | sgd | department of education | education department | sở giáo dục thành phố | sở giáo dục đào tạo',
  ],
  ['ward-office', 'ubnd phường | ủy ban phường | phường | ward | wards | ward office | ward committee'],
  [
    'parents-board',
    'hội phụ huynh | ban phụ huynh | chi hội phụ huynh | ban đại diện cha mẹ | ban chi hội phụ huynh | đại diện phụ huynh | đại diện cha mẹ | parents committee | parent committee | parent representatives | parents association | parent representative | ban đại diện | hội cha mẹ | ban chấp hành hội phụ huynh',
  ],
  ['party', 'đảng viên | chi bộ | chi bộ đảng | đảng | party | party member | party members | party cell'],
]

/** The words for children themselves: nearly every question has one, so they decide nothing. */
export const children: readonly Concept[] = [
  [
    'child',
    'trẻ | trẻ em | trẻ con | bé | các bé | cháu | các cháu | con | con em | con tôi | con mình | con em mình | con nhà em | bé nhà em | bé nhà mình | nhóc | cu | cu tý | bé con | học sinh | hs | hsmn | đứa nhỏ | sắp nhỏ | tụi nhỏ | mấy đứa | em bé | trẻ mầm non | trẻ nhỏ | child | children | kid | kids | baby | son | daughter | pupil | pupils | students | my child | my kid | my son | my daughter',
  ],
  [
    'preschool',
    'mầm non | trường mầm non | giáo dục mầm non | gdmn | mn | cơ sở giáo dục mầm non | cơ sở mầm non | cơ sở gdmn | csgdmn | trường mn | trường | nhà trường | trường học | trường lớp | lớp | lớp học | nhóm lớp | nhóm lớp mầm non | nhóm | trường mình | lớp mình | preschool | preschools | pre-school | kindergartens | school | schools | class | classes | nursery school | nursery schools | preschool education',
  ],
]
