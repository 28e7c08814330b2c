import type { Concept } from './concept.ts'

/** Where: the three places by every name that means one of them, and places that no document speaks of. */
export const wheres: readonly Concept[] = [
  [
    'long-bien',
    'long biên | quận long biên | lb | long biên hà nội | q long biên | ql biên | hà nội | hn | thủ đô | hanoi | ha noi | long bien district | tp hà nội | thành phố hà nội',
  ],
  [
    'hai-phong',
    'hải phòng | thành phố hải phòng | tp hải phòng | tphp | haiphong | hai phong city | đất cảng | lê chân | ngô quyền | hồng bàng | an dương | thủy nguyên | kiến an | đồ sơn | hải an | vĩnh bảo | tiên lãng | kiến thụy | an lão | cát hải | dương kinh | hp',
  ],
  [
    'krong-pa',
    'krông pa | krong pa | huyện krông pa | krông pa gia lai | krongpa | krôngpa | gia lai | tỉnh gia lai | krông-pa | crông pa | k rông pa',
  ],
  [
    'nowhere',
    'đà nẵng | cần thơ | sài gòn | hồ chí minh | tphcm | tp hcm | hcm | thành phố hồ chí minh | bình dương | đồng nai | bắc ninh | bắc giang | hải dương | hưng yên | quảng ninh | nam định | thái bình | ninh bình | thanh hóa | nghệ an | hà tĩnh | huế | quảng nam | quảng ngãi | quy nhơn | bình định | khánh hòa | nha trang | đà lạt | lâm đồng | đắk lắk | đắk nông | kon tum | vũng tàu | long an | tiền giang | bến tre | vĩnh long | cà mau | kiên giang | phú quốc | an giang | vĩnh phúc | phú thọ | thái nguyên | lào cai | yên bái | sơn la | hòa bình | hà giang | lạng sơn | cao bằng | ba đình | cầu giấy | đống đa | hoàn kiếm | hai bà trưng | hoàng mai | thanh xuân | hà đông | tây hồ | nam từ liêm | bắc từ liêm | gia lâm | đông anh | sóc sơn | mê linh | hoài đức | thanh trì | pleiku | ayun pa | chư sê | thủ đức | bình thạnh | gò vấp | tân bình | ninh thuận | bình thuận | phan thiết | tây ninh | bình phước | da nang | can tho | ho chi minh city | saigon | hue',
  ],
]

/** Which children: words for an age. Numbers of years and months are read by pattern. */
export const ages: readonly Concept[] = [
  [
    'nursery',
    'under-threes | under threes | under-3s | under 3s | under three | dưới 3 tuổi | dưới ba tuổi | nhà trẻ | trẻ nhà trẻ | tuổi nhà trẻ | độ tuổi nhà trẻ | lớp nhà trẻ | nhóm nhà trẻ | nursery | nursery age | nursery-age | nursery children | nursery group | creche | crèche | daycare | lớp cơm thường | cơm nát | lớp bột | toddler class | toddler | toddlers | tuổi nhà trẻ dưới 3 | infants',
  ],
  [
    'kindergarten',
    'mẫu giáo | trẻ mẫu giáo | lớp mẫu giáo | tuổi mẫu giáo | độ tuổi mẫu giáo | mg | kindergarten | kindergarten age | kindergarten-age | kindergarten class | kindergarten classes',
  ],
  [
    '5',
    'mẫu giáo lớn | mg lớn | lớp lá | khối lá | trẻ lớp lá | mẫu giáo 5 tuổi | năm tuổi | lên năm | five years old | five-year-old | five-year-olds | five year olds | lớp lớn | mẫu giáo năm tuổi | five | khối 5 tuổi',
  ],
  [
    '4',
    'mẫu giáo nhỡ | mg nhỡ | lớp chồi | khối chồi | bốn tuổi | lên bốn | four years old | four-year-old | four-year-olds | lớp nhỡ | four | four year olds',
  ],
  [
    '3',
    'mẫu giáo bé | mg bé | lớp mầm | khối mầm | ba tuổi | lên ba | three years old | three-year-old | three-year-olds | lớp bé | three year olds',
  ],
  [
    'under-24-months',
    'dưới 24 tháng | dưới 2 tuổi | under 24 months | under two | younger than 24 months | dưới hai tuổi | under 2',
  ],
  [
    'over-24-months',
    'từ 24 tháng | trên 24 tháng | 24 tháng trở lên | 24 tháng đến 6 tuổi | over 24 months | 24 months and older | from 24 months | over two | trên 2 tuổi | 24 months to 6',
  ],
]

/** Which time: now, as opposed to the years of the documents. */
export const times: readonly Concept[] = [
  [
    'now',
    'giờ còn | giờ có | giờ đóng | giờ vẫn | năm nay | hiện nay | hiện tại | hiện giờ | bây giờ | bây h | năm học này | năm học mới | năm học tới | sang năm | năm sau | năm tới | hiện hành | mới nhất | gần nhất | dạo này | giờ này | now | currently | current | nowadays | this year | this school year | next year | next school year | at present | present | latest | these days | today s rule | đến nay | tới giờ | vẫn áp dụng',
  ],
  ['last-year', 'năm ngoái | năm học trước | năm trước | last year | năm học vừa rồi | năm vừa rồi'],
]
