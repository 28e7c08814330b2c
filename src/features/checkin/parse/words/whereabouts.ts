/** Where children are and how many, by what the words do. Written with their marks; alternatives parted by `|`. Longest match wins. */
export const whereabouts = {
  /** Not at school today. */
  away: `
    vắng | nghỉ | chưa vô | chưa vào | v | vắng mặt | nghỉ học | không đi học | không đến lớp | không đi |
    không đến | không tới | không có mặt | chưa đến | chưa đi học | chưa tới | chưa thấy đến | chưa vào lớp |
    chưa có mặt | absent | off | không tới lớp | không tới trường | không đến trường | nghỉ hôm nay | ở nhà |
    nghỉ tiếp | vẫn nghỉ | còn nghỉ | nghỉ nữa | away | missing | not here | not coming | stay home | stays home |
    staying home | staying at home | at home | is out | nghỉ luôn | nghỉ cả ngày | nghỉ nguyên ngày | vắng học |
    không lên lớp | out today | nằm ở nhà | nằm nhà |
    chưa đến lớp | chưa đến trường | chưa tới lớp | chưa tới trường | chưa vô lớp | chưa vô trường |
    chưa vào trường | chưa lên lớp | chưa lên trường | chưa đi | chưa đi lớp | chưa đi trường | không vô lớp |
    không vô trường | không vào lớp | không vào trường | không lên trường | không đi lớp | không đi trường |
    chưa thấy đến lớp | chưa thấy đến trường | chưa thấy tới | chưa thấy tới lớp | chưa thấy tới trường |
    chưa thấy vô lớp | chưa thấy vô trường | chưa thấy vào lớp | chưa thấy vào trường | chưa thấy lên lớp |
    chưa thấy lên trường | chưa thấy đi | chưa thấy đi lớp | chưa thấy đi trường | chưa thấy đi học |
    không thấy đến | không thấy đến lớp | không thấy đến trường | không thấy tới | không thấy tới lớp |
    không thấy tới trường | không thấy vô lớp | không thấy vô trường | không thấy vào lớp | không thấy vào trường |
    không thấy lên lớp | không thấy lên trường | không thấy đi | không thấy đi lớp | không thấy đi trường |
    không thấy đi học | người nghỉ là | người vắng là | bạn nghỉ là | bạn vắng là | bé nghỉ là | bé vắng là |
    cháu nghỉ là | cháu vắng là | con nghỉ là | con vắng là | chưa thấy đâu | không thấy đâu | chưa thấy mặt |
    vắng mất | không thấy mặt`,
  /** Nearly nobody came; behind names only that they are all away. */
  allAway: `
    nghỉ hết | vắng hết | nghỉ gần hết | vắng gần hết | nghỉ gần như hết | vắng gần như hết | nghỉ sạch | vắng sạch |
    nghỉ hết cả | nghỉ hết rồi | vắng hết rồi | nghỉ gần hết rồi | nghỉ hết trơn | nghỉ cả lớp | vắng cả lớp`,
  /** Of children as of chairs. */
  short: `
    thiếu`,
  /** At school. */
  here: `
    có mặt | nằm nghỉ | hiện diện | đi học | đến lớp | đi học rồi | đến rồi | đã đến | đã đi học | có đi học |
    vẫn đi học | vẫn đi | đang ở lớp | ở lớp | tại lớp | đã có mặt | tới rồi | tới lớp | đã tới | vào lớp | đi rồi |
    đến trường | tới trường | không nghỉ | không vắng | không phải nghỉ | không phải vắng | đi học lại |
    đã đi học lại | đi học lại rồi | đi học bình thường | đi lại | có đi | có đến | có tới | đến lớp rồi |
    vào lớp rồi | present | here | in class | at school | came | is here | has arrived | arrived | arrive |
    vẫn đến lớp | vẫn tới lớp | vẫn có mặt | lên lớp | vẫn học | đang học | đã lên lớp | hôm nay đi | đang chơi |
    vẫn chơi | vẫn chơi bình thường | vẫn ở lớp | theo dõi | cô theo dõi | cô theo dõi thêm | cô đang theo dõi |
    đang theo dõi | theo dõi thêm | tại trường | ở trường | vẫn đi học bình thường | có mặt rồi | đến học |
    đi học đc | đi học được | attending | vẫn vào lớp | nằm nghỉ tại lớp | nằm nghỉ ở phòng y tế | ở phòng y tế |
    phòng y tế | present but | quay lại lớp | trở lại lớp | trở lại trường | quay lại trường | đi học trở lại |
    ngồi trong lớp | đang trong lớp | trong lớp rồi | ngồi học | học ở lớp | có mặt ở lớp | có mặt tại lớp |
    có mặt trong lớp | đến nơi | tới nơi | đến nơi rồi | tới nơi rồi | vào lớp học | đã lên | cho đi học rồi |
    cho đi học | cho đi học lại | đưa đi học | chở đi học | đưa đến lớp | đưa tới lớp | chở tới lớp | chở đến lớp |
    đưa đi học rồi | dẫn vô lớp | đưa vào lớp | dẫn vào lớp | có ở lớp | vẫn có ở lớp | có trong lớp |
    back in class | back at school | is back | đến cả | đến hết | tới hết | đi học cả rồi | đến cả rồi |
    đang học ở lớp | không có nghỉ | không hề nghỉ | không có vắng | có nghỉ đâu | có vắng đâu | đâu có nghỉ | đâu có vắng | đâu nghỉ | đâu có nghỉ đâu | nghỉ đâu mà | đang co giật | đang lên cơn |
    đang lên cơn co giật | co giật ở lớp | co giật tại lớp | bị co giật ở lớp`,
  /** Not gone home, whatever was said before. */
  stays: `
    chưa về | chưa về nhà | vẫn chưa về | chưa về sớm | không về sớm | không về | không có về | không phải về |
    không phải về sớm | chưa ai đón | chưa có ai đón | chưa đón | chưa được đón | không ai đón | không đón sớm |
    chưa thấy ai đón | mẹ chưa đón | bố chưa đón | ba chưa đón | bà chưa đón | chưa ra về | not left yet | has not left`,
  /** Came after the others. */
  late: `
    đến muộn | đi muộn | đi học muộn | đi trễ | đến trễ | tới trễ | tới muộn | vào muộn | vào trễ | vô trễ |
    đi học trễ | mới đến | mới tới | mới vào | mới đi học | mới đi | đến sau | tới sau | vừa đến | vừa tới |
    vừa vào | vừa đến lớp | mới đến lớp | mới vào lớp | mới tới lớp | mới vô | vừa mới đến | vừa mới tới | muộn |
    trễ | late | lên muộn | đến chậm | vô muộn | sẽ đến | sẽ đến muộn | sẽ đi học muộn | lát đến | lát nữa đến |
    tí đến | tí nữa đến | xin đến muộn | xin đi muộn | xin đi trễ | xin vào trễ | xin đến trễ | đến lớp muộn |
    vào lớp muộn | đến lớp trễ | vào lớp trễ | mới có mặt | mới thấy đến | came late | comes late | arrived late |
    vừa vô | đến lúc | tới lúc | vô lúc | vào lúc | đến lớp lúc | tới lớp lúc | vào lớp lúc | đến khoảng | đến hồi`,
  /** Came and went home again. */
  leave: `
    đón | đón về | mẹ đón | bố đón | ba đón | bà đón | ông đón | má đón | đón sớm | rước | mẹ rước | ba rước |
    rước về | về sớm | về rồi | đã về | cho về | xin về | xin về sớm | được đón | được đón về | đã đón | đã đón về |
    đón lúc | mẹ đón về | bố đón về | bà đón về | ông đón về | ba đón về | bà nội đón | bà ngoại đón | ông nội đón |
    ông ngoại đón | gia đình đón | gia đình đón về | phụ huynh đón | ph đón | người nhà đón | mẹ đến đón |
    mẹ lên đón | bố đến đón | bố lên đón | ba lên đón | mẹ lên rước | ba lên rước | má rước | ngoại rước | nội rước |
    đến đón | lên đón | lên rước | picked up | picked up early | went home | went home early | going home |
    sent home | left early | goes home | left | about to go home | đón về nhà | về nhà | về nhà rồi | về trước |
    xin về trước | xin đón sớm | xin đón | xin đón về | được mẹ đón | được bố đón | được bà đón | gọi mẹ đón |
    gọi bố đón | gọi gia đình đón | gọi phụ huynh đón | phụ huynh đến đón | phụ huynh đón về | phụ huynh đã đón |
    gia đình đã đón | gia đình đã đón về | gia đình đến đón | gọi mẹ đón về | mẹ đã đón | mẹ đã đón về | bố đã đón |
    bố đã đón về | bà đã đón | dì đón | cô đón | chú đón | cậu đón | bác đón | chị đón | mẹ rước về | ba rước về |
    về với mẹ | về với bố | mẹ cho về | về với bà | pick up | picked up by | leave early | leaves early | về lúc |
    về hồi | về khoảng | ra về | về luôn | xin cho về | cho về sớm | về giữa giờ | về giữa buổi | về nửa buổi |
    xin ra về | đi về rồi`,
  noun: `
    cháu | bé | bạn | con | em | hs | học sinh | trẻ | các cháu | các bé | các bạn | các con | các em | bạn nhỏ |
    kids | kid | children | child | students | student | trò | đứa | cháu bé | bạn bé | mấy bạn | mấy bé | mấy con |
    mấy cháu | người | baby | bé gái | bé trai | bạn nữ`,
  total: `
    sĩ số | tổng số | tổng | tổng sĩ số | tổng cộng | ts | total | sỉ số | ss lớp | sĩ số lớp | trên tổng số |
    trên sĩ số | lớp có | tổng có | trong tổng số | of | out of | trên | trong số`,
  full: `
    đủ | đầy đủ | đông đủ | đi học đủ | đi đủ | đi học đầy đủ | đi đầy đủ | đủ cả | đủ hết | đủ hết rồi |
    có mặt đầy đủ | có mặt đủ | full | all present | everyone present | all here | everyone is here | everyone here |
    đi học đông đủ | đi đông đủ | không vắng ai | không ai vắng | không ai nghỉ | không có ai nghỉ |
    không bạn nào nghỉ | không có bạn nào nghỉ | không có ai vắng | không vắng | không bạn nào vắng |
    không có bạn nào vắng | không cháu nào vắng | không cháu nào nghỉ | không có cháu nào nghỉ |
    không có cháu nào vắng | không bé nào nghỉ | không bé nào vắng | không có bé nào nghỉ | không có bé nào vắng |
    không vắng bạn nào | không vắng cháu nào | không vắng bé nào | không nghỉ ai | không nghỉ bạn nào | no absences |
    no one absent | nobody absent | none absent | đủ mặt | có mặt hết | đi hết | đi học hết | đi học cả | đến đủ |
    đến lớp đầy đủ | đến lớp đủ | tới đủ | không thiếu ai | không thiếu bạn nào | không thiếu | full class |
    full house | đủ quân số | đủ sĩ số | đủ học sinh | đến đông đủ | đến đầy đủ | không có bạn vắng |
    không có học sinh vắng | không có trẻ vắng | no absent | không em nào vắng | không có em nào vắng |
    không có em nào nghỉ | không con nào nghỉ | vắng không có | có mặt đông đủ | hiện diện đầy đủ | hiện diện đủ |
    all in | perfect attendance | cả lớp đi học | cả lớp có mặt | ai cũng đi học | ai cũng có mặt | cả lớp đến lớp |
    cả lớp đều đi học | cả lớp đều đi | tất cả đều đi học | tất cả đi học | tất cả có mặt | tất cả đều có mặt |
    các con đều đi học | các bạn đều đi học | các bé đều đi học | các cháu đều đi học | cả lớp đi học hết |
    mọi bạn đều đi học | đủ hết trơn`,
  /** "cả 2": behind names it means all of them, before a name how many. */
  whole: `
    cả`,
  /** So many and no more, or these and no others. */
  only: `
    chỉ | chỉ có | chỉ còn | mới có | mới chỉ có | chỉ mới có | có mỗi | chỉ có mỗi | còn mỗi | mới thấy | mới được |
    chỉ được | chỉ thấy | chỉ mới thấy | đi có | đến có | tới có | đi học có | đến lớp có | mới thấy có | chỉ có đúng | vỏn vẹn | vỏn vẹn có | lèo tèo | only`,
  /** Everybody but those whom it names. */
  except: `
    trừ | ngoại trừ | trừ mỗi | trừ có | chỉ trừ | không tính | chưa tính | không kể | chưa kể | không kể đến | chừa mỗi | chừa bạn |
    except | except for | excluding | trừ ra | trừ đi | không gồm | không bao gồm`,
} as const

/** Those who were not named. */
export const otherChildren: readonly string[] = [
  'còn lại',
  'số còn lại',
  'lớp còn lại',
  'các con còn lại',
  'còn lại các bạn',
  'còn lại mấy bạn',
  ...['các', 'mấy', 'những'].flatMap((some) =>
    ['bạn', 'con', 'bé', 'cháu', 'em', 'đứa'].flatMap((child) => [
      `${some} ${child} còn lại`,
      `${some} ${child} khác`,
      `${some} ${child} kia`,
    ]),
  ),
]
const presence = [
  ...['đủ', 'hết', 'đầy đủ', 'đông đủ'].flatMap((all) => [all, `đi ${all}`, `đi học ${all}`, `có mặt ${all}`, `đến ${all}`]),
  ...['đi học', 'có mặt', 'đến lớp', 'tới lớp', 'đi', 'đủ', 'vẫn đi học', 'hiện diện'].flatMap((verb) => [verb, `đều ${verb}`]),
]

/** "còn lại đi đủ", "các bạn khác đều đi học": whoever was named before is not there. */
export const restPhrases: readonly string[] = otherChildren.flatMap((who) => presence.map((verb) => `${who} ${verb}`))
