import type { Symptom } from '../report.ts'

/** What teachers write for each symptom and diagnosis, north and south, by the codes that are noted for it. Longest match wins. */
export const symptomWords: readonly (readonly [codes: readonly Symptom[], words: string])[] = [
  [
    ['fever'],
    `
      sốt | nóng sốt | phát sốt | lên cơn sốt | sốt cao | sốt nhẹ | sốt virus | sốt vi rút | sốt virut |
      sốt siêu vi | sốt vr | sốt mọc răng | mọc răng sốt | nóng đầu | nóng người | người nóng | nóng sốt cao |
      hâm hấp | hâm hấp sốt | ấm đầu | sốt rét | nóng | nóng ran | nhiệt độ cao | thân nhiệt cao | fever | feverish |
      high temp | high temperature | hot | sot vr`,
  ],
  [['fever', 'rash'], `sốt phát ban|sốt nổi ban|sốt ban`],
  [['dengue'], `sốt xuất huyết|xuất huyết|sốt xh|dengue|dengue fever`],
  [
    ['cough'],
    `
      ho | ho khan | ho có đờm | ho đờm | ho đàm | ho có đàm | ho nhiều | ho gà | ho sù sụ | cough | coughing |
      coughs | ho khù khụ | ho húng hắng`,
  ],
  [
    ['runny-nose'],
    `
      sổ mũi | chảy mũi | chảy nước mũi | sụt sịt | sụt sùi | mũi dãi | nước mũi | nghẹt mũi | ngạt mũi | tắc mũi |
      tịt mũi | viêm mũi | hắt hơi | nhảy mũi | hắt xì | hắt xì hơi | xì mũi | khụt khịt | số mũi | sỗ mũi | xổ mũi |
      thò lò mũi | viêm xoang | nhiều mũi | có mũi | chảy mủi | runny nose | stuffy nose | sneezing | blocked nose |
      mũi xanh | ra mũi`,
  ],
  [
    ['vomiting'],
    `
      nôn | nôn ói | ói | ọc | ọc sữa | nôn trớ | trớ | nôn ọe | ói mửa | buồn nôn | mắc ói | muốn ói | nôn mửa |
      ói ọc | mửa | vomiting | vomit | vomited | vomits | throwing up | threw up | bị ọc | ọe | ọc ra`,
  ],
  [
    ['diarrhea'],
    `
      tiêu chảy | đi ngoài | tiêu lỏng | đi lỏng | đi ngoài lỏng | đi tiêu lỏng | đi tướt | đi chảy | ỉa chảy |
      đi phân lỏng | phân lỏng | đi cầu nhiều | đi cầu lỏng | tháo tỏng | rối loạn tiêu hóa | kiết lị | kiết lỵ |
      đi rửa | tiêu phân lỏng | tào tháo đuổi | diarrhea | diarrhoea | đi ngoài nhiều | đi ỉa | tiêu chải | rltd |
      rlth | tiêu chẩy | ỉa`,
  ],
  [['vomiting', 'diarrhea'], `nôn đi ngoài|ngộ độc thức ăn|miệng nôn trôn tháo`],
  [
    ['stomach-ache'],
    `
      đau bụng | đau bao tử | đau dạ dày | đau bụi | quặn bụng | bụng đau | đầy bụng | chướng bụng | khó chịu bụng |
      stomach ache | stomachache | tummy ache | stomach pain | tummy | đau bụg | táo bón | đầy hơi | upset stomach |
      stomach`,
  ],
  [
    ['rash'],
    `
      phát ban | nổi ban | nổi mẩn | mẩn ngứa | nổi mẩn đỏ | mẩn đỏ | nổi mề đay | mề đay | nổi mụn | ngứa |
      nổi nốt | nổi đỏ | nổi mẩn ngứa | ban đỏ | nổi ban đỏ | rôm sảy | phát ban đỏ | rash | nổi sảy | lên ban |
      nổi đốm đỏ | viêm da | nổi hột | nổi mề | nổi sẩn | mụn nước | rashes | hives`,
  ],
  [
    ['chickenpox'],
    `
      thủy đậu | thuỷ đậu | trái rạ | bỏng rạ | phỏng rạ | phỏng dạ | nổi trái | lên thủy đậu | chickenpox |
      chicken pox | thủy dậu | đậu mùa | lên đậu | thủy đâu | trái dạ | lên trái rạ | nổi thủy đậu`,
  ],
  [
    ['hfmd'],
    `
      tay chân miệng | chân tay miệng | tay chân mồm | bệnh tcm | hfmd | hand foot mouth | hand foot and mouth |
      tay chan mieng | chân tay mồm | t c m | ctm`,
  ],
  [
    ['pink-eye'],
    `
      đau mắt đỏ | đau mắt | đỏ mắt | mắt đỏ | viêm kết mạc | sưng mắt | đau mắt hột | nhặm mắt | pink eye |
      pinkeye | red eye | red eyes | conjunctivitis | lẹo mắt | mắt ghèn | mắt có ghèn | mắt đổ ghèn | viêm mắt |
      bị mắt đỏ`,
  ],
  [
    ['sore-throat'],
    `
      viêm họng | đau họng | rát họng | viêm amidan | viêm a mi đan | sưng amidan | amidan | viêm amiđan | họng đỏ |
      đau cổ họng | viêm va | sore throat | khản tiếng | khàn tiếng | mất tiếng | khan tiếng | rát cổ |
      viêm thanh quản | sưng họng | viêm họng hạt | tonsillitis | đỏ họng | đau cổ`,
  ],
  [['headache'], `đau đầu|nhức đầu|headache|chóng mặt|đau đầu nhẹ|choáng`],
  [
    ['toothache'],
    `
      đau răng | sâu răng | nhức răng | sưng lợi | sưng nướu | toothache | tooth ache | viêm lợi | sún răng |
      mọc răng | áp xe răng | viêm nướu | đau lợi | viêm chân răng`,
  ],
  [['earache'], `đau tai|viêm tai|viêm tai giữa|nhức tai|chảy mủ tai|earache|ear infection|ear ache|thối tai|vtg`],
  [
    ['fatigue'],
    `
      mệt | mệt mỏi | uể oải | người mệt | hơi mệt | mệt người | lờ đờ | không khỏe | không được khỏe |
      trong người không khỏe | không khoẻ | ko khoẻ | tired | mệt trong người | yếu người | li bì | lừ đừ | mệt lả |
      không đc khỏe | hơi đuối | đuối sức | fatigue | fatigued | đừ người | exhausted | người không được khỏe |
      kém khỏe`,
  ],
  [
    ['injury'],
    `
      té | ngã | cắn | bạn cắn | bị cắn | bị bạn cắn | bị té | té ngã | ngã xe | té xe | gãy tay | gãy chân | gãy |
      trật tay | trật chân | trẹo chân | trẹo tay | bong gân | bị thương | chấn thương | đau chân | đau tay |
      sưng chân | sưng tay | rách | đứt tay | bỏng | bị phỏng | chảy máu | khâu | bó bột | trầy | xước | trầy xước |
      đập đầu | u đầu | sưng trán | sứt | kẹp tay | chó cắn | chó cào | ong đốt | tai nạn | ngã cầu thang |
      ngã gãy tay | té gãy tay | sái tay | sái chân | rạn xương | injury | injured | broken arm | broken leg | fell |
      fell down | sprained ankle | bầm | va đầu | ngã xe máy | bị bỏng | tai nạn giao thông | bong gân chân |
      va đập | dập tay | dập ngón tay | vấp ngã | trật khớp | gẫy tay | gẫy chân | gẫy | cắt chỉ`,
  ],
  [
    ['cold'],
    `
      cảm | cảm lạnh | cảm mạo | bị cảm | nhiễm lạnh | trúng gió | a cold | cold | cảm nắng | cảm nhẹ | trúng nắng |
      say nắng | cảm gió`,
  ],
  [['fever', 'cold'], `cảm sốt|sốt cảm|cảm nóng`],
  [['cold', 'cough'], `cảm ho`],
  [['flu'], `cúm|cúm a|cúm b|cảm cúm|cúm mùa|flu|influenza|the flu|bị cúm|cúm ab`],
  [['mumps'], `quai bị|mumps|quai hàm|má chàm bàm`],
  [['measles'], `sởi|lên sởi|bệnh sởi|measles|ban sởi|sốt sởi`],
  [['pneumonia'], `viêm phổi|sưng phổi|pneumonia|vp`],
  [['bronchitis'], `viêm phế quản|viêm tiểu phế quản|phế quản|bronchitis|vpq|viêm pq|viêm phế`],
  [
    ['breathing-difficulty'],
    `
      khó thở | thở khò khè | khò khè | thở rít | thở gấp | suyễn | hen | hen suyễn | lên cơn hen | thở mệt |
      hụt hơi | thở dốc | asthma | wheezing | tức ngực | thở nhanh | cơn hen | lên hen | lên cơn suyễn | khó thơ`,
  ],
  [
    ['allergy'],
    `
      dị ứng | allergy | allergic | di ứng | dị ứng thời tiết | dị ứng thức ăn | dị ứng đồ ăn | dị ứng sữa |
      dị ứng tôm | dị ứng hải sản`,
  ],
  [
    ['poor-appetite'],
    `
      biếng ăn | bỏ ăn | lười ăn | chán ăn | kém ăn | không chịu ăn | ăn kém | ăn ít | không ăn | không ăn uống |
      ăn không được | không chịu ăn uống | not eating | poor appetite | bỏ bú | không ăn được | no appetite |
      k chịu ăn | bỏ cơm | chê cơm`,
  ],
  [['covid'], `covid|cô vít|covid 19|dương tính covid|f0|cô vi|covit|cô vid|co vid|dương tính|nhiễm covid|sars`],
]
