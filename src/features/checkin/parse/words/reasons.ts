/** Why a child is away, and whether the family asked for it. Written with their marks; alternatives parted by `|`. Longest match wins. */
export const reasons = {
  /** Ill, without a word for what. */
  sick: `
    ốm | bệnh | bị ốm | bị bệnh | ốm nặng | nằm viện | nhập viện | đi viện | vào viện | cấp cứu | đi cấp cứu |
    ốm nhẹ | sick | ill | unwell | đi bệnh viện | nằm bệnh viện | vô viện | bị ốm nhẹ | đau ốm | ở viện | ốm đau |
    hospital | in hospital | hospitalised | hospitalized | phẫu thuật | đi mổ | mổ ruột thừa | co giật |
    viêm đường hô hấp | viêm hô hấp | viêm đường hô hấp trên | đang điều trị | điều trị | truyền nước |
    đi truyền nước | bệnh hô hấp | nhiễm khuẩn | nhiễm trùng | nằm viện nhi | đi viện nhi | vào viện nhi | viện nhi |
    bệnh viện nhi | bệnh viện | nằm viện rồi | dưỡng bệnh | truyền dịch | nhiễm siêu vi | nhiễm virus | siêu vi |
    not well | not feeling well | đi bs | bác sĩ | khám bác sĩ | đi khám bệnh | khám bệnh | đi khám bác sĩ |
    hạ canxi | hạ đường huyết | nhiễm khuẩn đường ruột | xuất viện | mới xuất viện | ngất | ngất xỉu`,
  family: `
    việc gia đình | việc nhà | nhà có việc | gia đình có việc | có việc nhà | có việc gia đình | việc riêng |
    có việc | việc bận | bận việc | về quê | đi chơi | đám cưới | đi đám cưới | ăn cưới | ăn cỗ | đi ăn cưới |
    đi ăn cỗ | ăn đám | đi đám | đám giỗ | đi đám giỗ | ăn giỗ | nhà có giỗ | nhà có đám | nhà có đám cưới |
    nhà có đám tang | đám tang | đám ma | nhà có tang | có tang | nhà có hiếu | việc hiếu | việc hỉ | có hiếu |
    du lịch | đi du lịch | đi biển | đi rẫy | lên rẫy | vào rẫy | ra rẫy | đi nương | lên nương | đi làm rẫy |
    theo mẹ đi rẫy | theo bố mẹ đi rẫy | theo ba mẹ đi rẫy | vô rẫy | về ngoại | về nội | về bà ngoại | về bà nội |
    sang bà ngoại | sang bà nội | lên ông bà | về thăm ông bà | thăm ông bà | về ông bà | sang ông bà | đi xa |
    bố mẹ bận | mẹ bận | bố bận | ba mẹ bận | gia đình bận | nhà bận | mẹ sinh em bé | mẹ đẻ | mẹ sinh | mẹ đi sinh |
    mẹ đẻ em bé | đi với mẹ | đi với bố | đi cùng mẹ | đi cùng bố | đi cùng gia đình | đi với gia đình | theo mẹ |
    theo bố | theo ba | theo bố mẹ | theo ba mẹ | theo gia đình | về nhà ngoại | về nhà nội | về nhà bà |
    về quê ngoại | về quê nội | về quê chơi | về quê ăn cưới | về quê ăn cỗ | về quê ăn giỗ | family |
    family matter | family matters | family business | family trip | family event | family reason | family reasons |
    hometown | trip | travel | travelling | traveling | on holiday | on vacation | vacation | holiday | wedding |
    funeral | ở quê | lên quê | đi quê | nhà có cúng | lễ cúng | lễ bỏ mả | bỏ mả | lễ hội | nhà có khách |
    chuyển nhà | tân gia | đi thăm ông bà | thăm bà | thăm ông | đi ngoại | đi nội | đi thăm bà | đi thăm bà ngoại |
    đi đà lạt | đi nha trang | đi vũng tàu | đi sài gòn | đi hà nội | ông mất | bà mất | ông nội mất | bà nội mất |
    ông ngoại mất | bà ngoại mất | có đám | có giỗ | nhà có chuyện | chuyện gia đình | chuyện nhà | gđ có việc |
    không có ai đưa | không ai đưa đi | không ai đưa | không ai chở | không ai chở đi | không có người đưa |
    không có ai chở | đi tham quan | đi nghỉ mát | nghỉ mát | giữ em | ở nhà với bà | ở nhà với ông bà |
    ở nhà với ngoại | ở nhà với nội | family visit | visiting grandparents | grandparents | thôi nôi | đầy tháng |
    sinh nhật em | đi cưới | ăn tiệc | đi tiệc | về bên ngoại | về bên nội | cúng nhà | làm nhà | nhà làm nhà |
    cưới chị | cưới anh | cưới cô | cưới chú | cưới cậu | cưới dì | at grandma | with family | at a wedding |
    bố mẹ đi vắng | sinh nhật bà | sinh nhật ông | đi suối | đi làm xa | về làng | làng có lễ | đi làng | đi lễ |
    đi chùa | đi nhà thờ | đi ăn giỗ | đi ăn đám | đi ăn đám cưới | ăn đám cưới | ăn đám giỗ | gia đình có đám |
    gia đình có giỗ | gia đình có tang | gia đình có công việc | có công việc | gia đình có việc bận |
    việc gia đình bận | gia đình có việc riêng | có việc riêng | gia đình bận việc | nhà có công việc |
    nhà có việc bận | nhà có việc riêng | có chuyện | gia đình có chuyện | dưới quê | ngoài quê | đi chơi xa |
    đi chơi với bố | đi chơi với mẹ | đi chơi với bố mẹ | đi chơi với gia đình | đi chơi với ba mẹ | thăm họ hàng |
    thăm cô | thăm chú | thăm bác | thăm dì | thăm cậu | thăm nội | thăm ngoại | thăm ba | thăm bố | thăm mẹ |
    thăm bà ngoại | thăm bà nội | thăm ông nội | thăm ông ngoại | về thăm | đi thăm | qua ngoại | qua nội |
    theo ông | theo bà | theo ông bà | theo ngoại | theo nội | đi nước ngoài | ra nước ngoài | sang nước ngoài |
    ăn giỗ ở quê | đi đám giỗ ở quê | quê | quê ngoại | quê nội | đi chợ | đi chợ với mẹ | đi chợ phiên | lên bản |
    về bản | xuống bản | ở bản | vào bản | đi bản | về buôn | lên buôn | về xã | đi phượt | đi picnic | đi hội |
    đi hội làng | đi trại hè | đi cúng | đi giỗ`,
  other: `
    lý do khác | đi khám | đi khám răng | khám răng | nhổ răng | đi nhổ răng | đi khám mắt | khám mắt | tái khám | đi tái khám |
    đi khám sức khỏe | khám định kỳ | tiêm | đi tiêm | tiêm phòng | tiêm chủng | đi tiêm phòng | đi tiêm chủng |
    tiêm vắc xin | tiêm vacxin | chích ngừa | đi chích ngừa | đi chích | chích | tiêm ngừa | đi tiêm ngừa | mưa |
    trời mưa | mưa to | mưa lớn | trời mưa to | trời mưa lớn | mưa gió | ngập | đường ngập | nước ngập | ngập nước |
    đường ngập nước | ngập đường | lũ lụt | trời lạnh | lạnh quá | rét | trời rét | rét quá | trời rét quá |
    trời lạnh quá | rét đậm | mưa bão | kẹt xe | tắc đường | hỏng xe | xe hỏng | hư xe | xe hư | đường hư |
    đường lầy | sạt lở | đường sạt lở | làm hộ chiếu | làm passport | làm visa | làm căn cước | làm giấy tờ |
    làm thủ tục | phỏng vấn visa | đi thi | đi diễn | thi vẽ | ngủ quên | dậy muộn | ngủ dậy muộn | dậy trễ |
    appointment | doctor appointment | dentist | dentist appointment | weather | rain | heavy rain | bad weather |
    storm | flood | vaccination | vaccine | check up | checkup | health check | doctor | đi nha sĩ | nha sĩ |
    nha khoa | đi nha khoa | làm răng | đi làm răng | cắt tóc | học thử | đi phỏng vấn | học năng khiếu | chụp ảnh |
    lịch khám | có lịch khám | lịch hẹn | có hẹn | có hẹn khám | có lịch hẹn | có lịch tái khám | có lịch tiêm |
    lịch tiêm | cầu hỏng | cầu ngập | nước lớn | nước lên | suối dâng | nước suối lớn | suối lớn | khám dinh dưỡng |
    đi khám dinh dưỡng | thời tiết | thời tiết xấu | ngủ dậy trễ | không dậy được | tiêm mũi | tiêm sởi | tiêm cúm |
    tiêm phòng sởi | tiêm phòng cúm | chích sởi | chích ngừa sởi | chích ngừa cúm | tiêm vắc xin sởi | tiêm vaccine |
    chích vaccine | chích vắc xin | đi tiêm sởi | đi tiêm cúm | đi tiêm vắc xin | xét nghiệm | đi xét nghiệm |
    đi khám tai | khám tai | khám tai mũi họng | đi khám tai mũi họng`,
  excused: `
    phép | có phép | p | f | có f | có p | xin phép | đã xin phép | có xin phép | xin | xin nghỉ | đã xin | có xin | mẹ báo |
    bố báo | ba báo | bà báo | má báo | mẹ cháu báo | mẹ bé báo | bố bé báo | ba bé báo | bố cháu báo | mẹ con báo |
    mẹ báo nghỉ | gia đình báo | phụ huynh báo | ph báo | gia đình đã báo | phụ huynh đã báo | mẹ đã báo |
    bố đã báo | mẹ có báo | gia đình có báo | phụ huynh có báo | ph có báo | mẹ nhắn | bố nhắn | ba nhắn | mẹ nt |
    mẹ nhắn tin | phụ huynh nhắn | phụ huynh nhắn tin | mẹ gọi | mẹ gọi điện | bố gọi | bố gọi điện | ba gọi |
    mẹ xin | bố xin | ba xin | má xin | bà xin | mẹ xin nghỉ | bố xin nghỉ | ba xin nghỉ | mẹ xin phép |
    bố xin phép | gia đình xin | gia đình xin nghỉ | gia đình xin phép | phụ huynh xin | phụ huynh xin nghỉ |
    phụ huynh xin phép | mẹ cho nghỉ | bố cho nghỉ | ba cho nghỉ | gia đình cho nghỉ | bà cho nghỉ |
    phụ huynh cho nghỉ | ph cho nghỉ | má cho nghỉ | ba má cho nghỉ | ba mẹ cho nghỉ | bố mẹ cho nghỉ |
    bố mẹ xin nghỉ | bố mẹ xin phép | bố mẹ xin | bố mẹ báo | ba mẹ báo | ba mẹ xin | ba mẹ xin nghỉ |
    ba mẹ xin phép | có báo | đã báo | có báo trước | đã báo trước | báo trước | báo nghỉ | báo ốm | báo bệnh |
    excused | with permission | permission | has permission | mom called | mother called | parent called |
    parents called | mom texted | mum called | dad called | nghỉ phép | có giấy phép | có đơn | có đơn xin nghỉ |
    đơn xin nghỉ | xin nghỉ phép | mẹ điện | mẹ điện báo | mẹ gọi báo | mẹ gọi điện báo | mẹ nhắn báo |
    mẹ nhắn xin nghỉ | mẹ gọi xin nghỉ | bố gọi báo | bố điện | bố điện báo | ba điện | ba gọi báo |
    gia đình gọi điện xin | gia đình gọi | gia đình điện | xin rồi | đã xin nghỉ | mẹ nói nghỉ | bà nội xin |
    bà ngoại xin | bà nội báo | bà ngoại báo | ông báo | ông xin | nội báo | ngoại báo | nội xin | ngoại xin |
    parent informed | informed | notified | mom informed | mum informed | mẹ đã xin | bố đã xin | mẹ đã xin phép |
    mẹ đã xin nghỉ | gia đình đã xin | gia đình đã xin phép | gia đình có xin phép | gia đình có xin |
    phụ huynh đã xin | phụ huynh đã xin phép | phụ huynh có xin phép | mẹ có xin phép | mẹ có xin |
    bố mẹ đã xin phép | bố mẹ có xin phép | phụ huynh gọi | phụ huynh gọi điện | phụ huynh gọi điện xin |
    phụ huynh điện | được phép | mẹ xin cho nghỉ | gia đình xin cho nghỉ | phụ huynh xin cho nghỉ |
    gia đình xin cho bé nghỉ | gia đình xin cho cháu nghỉ | phụ huynh xin cho cháu nghỉ | mẹ xin cho con nghỉ |
    excuse`,
  /** Of everybody named. */
  excusedAll: `
    có phép hết | phép hết | p hết | có phép cả | phép cả | xin phép hết | xin phép hết rồi | có phép hết rồi |
    xin phép cả | xin phép cả rồi | đã xin phép hết | có p hết | xin nghỉ hết | có xin phép hết`,
  unexcusedAll: `
    không phép hết | không phép cả | kp hết | không p hết | không xin phép hết | không ai xin phép | không ai xin |
    không bạn nào xin phép | không bé nào xin phép | không ai có phép`,
  unexcused: `
    không phép | kp | kf | không f | k p | không p | 0 phép | 0 p | không có phép | không xin phép | không xin | chưa xin phép |
    chưa xin | chưa có phép | unexcused | without permission | no permission | vô phép | chưa phép |
    nghỉ không phép | nghỉ không xin phép | not excused | không có xin phép | không thấy xin phép |
    chưa thấy xin phép | chưa thấy xin | không thấy xin | tự ý nghỉ`,
} as const
