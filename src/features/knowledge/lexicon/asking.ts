import type { Concept } from './concept.ts'

/** What kind of answer is wanted. */
export const asked: readonly Concept[] = [
  [
    'how-many',
    'mức mấy | mức độ mấy | cấp độ mấy | mức độ nào | hạng mấy | mấy phần | nhiêu | nhiêu lận | mấy chấm | bao nhiêu | bao nhiu | bao nhieu | bn | mấy | là mấy | số lượng | tổng số | tổng cộng | cả thảy | được mấy | mức nào | đến đâu | how many | how much | number of | what number | bao lăm | nhiu | nhiều trẻ hơn | nhận nhiều trẻ hơn | đón nhiều trẻ hơn | nhiều học sinh hơn | bên nào nhiều hơn | nơi nào nhiều hơn | nhận nhiều hơn | đón nhiều hơn',
  ],
  [
    'percent',
    'phần trăm | % | tỷ lệ | tỉ lệ | tỷ lệ phần trăm | tỉ lệ phần trăm | percent | per cent | percentage | rate | proportion | share | shares | phần | phần trăm bao nhiêu | mấy chục phần trăm | phần tram | phan tram | phầm trăm | pham tram',
  ],
  [
    'when',
    'năm học nào | từ năm học nào | đến năm học nào | ngày bao nhiêu tháng mấy | until when | from when | since when | from when to when | khi nào | bao giờ | ngày nào | ngày mấy | từ ngày nào | tháng nào | tháng mấy | lúc nào | hồi nào | chừng nào | thời gian nào | mốc thời gian | thời gian | thời điểm | năm nào | when | what date | which date | which month | what month | date | dates | ngày | hôm nào | bữa nào | hôm mấy | hôm bao nhiêu | từ hôm nào | năm mấy | ngày tháng nào | từ năm nào | đến năm nào | kéo dài từ',
  ],
  ['where', 'ở đâu | chỗ nào | nơi nào | đâu | tại đâu | xem ở đâu | nơi | where | đâu vậy'],
  [
    'who',
    'ai | là ai | những ai | ông nào | bà nào | người nào | cơ quan nào | đơn vị nào | bên nào | ai chịu | who | whom | which office | which body | ai vậy | người nào chịu | cấp nào | ai đứng ra | ai lo | nhờ ai',
  ],
  [
    'which',
    'nào | những nào | cái nào | trường nào | những trường nào | gồm những | gồm những gì | gồm | danh sách | kể tên | tên | liệt kê | những gì | loại nào | which | what are | list | names | name',
  ],
  [
    'what',
    'gì | là gì | cái gì | thế nào | như thế nào | ntn | ra sao | làm sao | sao | nghĩa là gì | thì sao | cách nào | what | what is | how | nội dung | quy định | quy định gì | quy định thế nào',
  ],
  [
    'how-often',
    'bao nhiêu lâu | mấy lâu | mấy lâu một lần | bao lâu được | hàng quý hay hàng tháng | hằng quý hay hằng tháng | hàng quý | hằng quý | mỗi quý | quarterly | cách bao lâu | mấy lần | bao nhiêu lần | bao lâu một lần | bao lâu 1 lần | bn lần | định kỳ | mấy tháng một lần | mấy tháng 1 lần | bao lâu lại | thường xuyên không | tần suất | how often | how many times | frequency | times a year | lần | mỗi năm mấy lần | bao lâu cân | mấy tháng cân một lần | mấy tuần một lần | bao lâu thì | mấy tháng | tháng mấy lần | năm mấy lần | quý mấy lần | một năm mấy lần | mỗi tháng một lần hay | mấy đợt | mấy bận | bao nhiêu đợt | bao nhiêu bận | mấy lượt | mấy kỳ',
  ],
  ['how-long', 'bao lâu | trong bao lâu | mất bao lâu | mấy tiếng | mấy giờ đồng hồ | how long | mấy ngày'],
  ['why', 'tại sao | vì sao | sao lại | why'],
]

/**
 * Read over: greeting, politeness, function words. Written with their marks; without marks they are also read when typed so.
 * A phrase of another table that contains such a word is found first.
 */
export const filler = `
lần lượt | lượt là | mỗi lứa | từng lứa | tương ứng là | cái nào | thứ tự | tuần tự | allowed | allowed to | permitted to | trường hợp | giải quyết | giải quyết ra sao | giải quyết thế nào | đi dạy | đi làm | hết trơn | lận | lận hả | dán ra | dán | kính gửi sở | kính gửi phòng | phòng ban | thực hiện theo | mỗi kỳ | bằng những cách nào | cách nào
| khó gì | không nghèo khó gì | lỡ | gặp chuyện | chắc chắn | bản | ấy | hỏi chút | hỏi tí chút | hỏi xíu | ông hỏi | bà hỏi | tôi hỏi | bác hỏi | coi | muốn coi | phải | muốn xem | tốn công | nằm ở | nằm ở đâu | cỡ nào | chừng nào được | thằng cháu | con cháu | đứa cháu | mấy đứa cháu | vợ tôi | chồng tôi | hàng xóm | có người nói | có người bảo | em đọc báo | đọc trên mạng | trên mạng nói | lan truyền | tin đồn | đồn rằng
| talk | talk to | person | human | speak | speak to | somebody | message | write | show me | explain | nhận nhiều | bớt chút
| đề nghị | cung cấp | đề xuất | xếp | bị xếp | được xếp | việc gì | đón nhận | bên nào cao hơn | nơi nào cao hơn 
| hiện có | đang có | đã có | sẵn có | phần còn lại | còn lại | ngoài ra còn | study | studies | studying | join
| joins | joined | minimum | maximum | average | household | households | hold | holds | near | nearest | place
| places | number one | someone | just | any idea | what do i do | what should i do | find out | find | look
| looking | see | show | list of | answer | answers | question about | thing | things | way | ways | various
| different | main | major | level of | amount | amounts | term | terms | detail | details | both of | each side
| side | sides | group | groups | go to | currently at | up to now | so far | as of | theo đó | hỏi hộ | hả cháu
| chiếm | chiếm tỷ lệ | đạt | đạt được | đạt mức | lên tới | rơi vào | thay đổi | thay đổi gì
| có thay đổi | guaranteed | say anything | anything about | go wrong | lập ra | quy ra | phóng viên | nhà báo
| nhân viên văn phòng | sinh viên | nội trợ | kế toán | buổi sáng | buổi trưa | buổi chiều | buổi tối | sáng
| trưa | chiều | tối | bảng | chi tiêu | tổ dân phố | hàng xóm | neighbour | neighbor | half | phương pháp
| đơn vị | làm quen | làm quen với | cơ sở | cơ sở nào | bằng gì | bằng cách nào | theo dõi | đơn vị nào vậy
| chuyên môn nào | dạy | học | ghi | ghi nhận | viết | gái | trai | con gái | con trai | bé gái 
| cháu gái | cháu trai | con gái tôi | con trai tôi | meet | meets | reach | reaches | achieve | mở | mở ra | lập
| thành lập | đưa ra | nêu | nêu ra | cho phép | bắt | bắt buộc phải | phải có | cần có | có được | được phép
| sử dụng | xài | giữ | giúp đỡ | lo | nuôi | chăm | chăm sóc | quan tâm | chú ý | để ý | lưu ý | ảnh hưởng | gặp
| đối với | so | tương đương | tương ứng | lớn | nhỏ | cao | thấp hơn | tốt | xấu | đẹp | đủ | thiếu | dư | chính
| phụ | đầu | cuối | giữa | đầu năm | cuối năm | đầu tiên | cuối cùng | tiếp theo | kế tiếp | sau đó | trước đó
| lận | lắm lận | dữ | nghen | nghe | hén | hả cô | hả ad | đa | á | dzậy | vại | rứa | mô | tê | răng | chi
| chớ bộ | bộ | tụi | tụi nó | tui | tụi em | mấy đứa nhỏ | con nít | ông bà cho cháu | trời ơi | trời | ủa
| ơ kìa | ê | nè | nè cô | dạ cho | thiệt | thiệt không | bữa giờ | hồi nãy | nãy | lát | hoài | luôn vậy
| hết trơn | chớ | quá trời | xíu xiu | cưng | má nó | tía | nội | ngoại | ông ngoại | bà ngoại | ông nội | bà nội
| vợ chồng em | vợ chồng tôi | chồng em | vợ em | chồng tôi | nhà tôi | nhà mình thì | gia đình tôi | tài liệu
| lắp | lắp đặt | trang bị | bị gì | gửi con | gửi cháu | gởi con | hiện con | con năm nay | cháu nhà tôi
| cháu nhà em | bé nhà tôi | bé nhà mình | guidance | aiming | understand | like to understand | remaining | part
| parts | bill | dad | mom | mum | father | mother | good morning | good afternoon | good evening | good day
| morning | have a nice day | nice | day | one day | ngày vui | một ngày vui | chúc ad | chúc cô | wish
| best regards | regards | sincerely | look forward | hope | hoping | im new | new here | moved | recently
| just moved | live in | living in | i live | we live | based | according to | as per | mentioned | stated
| state that | says that | exact | exactly how | roughly | approximately | about how | total of | overall
| in total | kids there | at your school | your school | in your school | at school | in school there
| at the preschool | for kids | for children | given | provide | provided | provides | offer | offers | allow
| allowed | possible | sure | whether | yet | ever | never | always | usually | often | still have | lots | lot
| few | other | another | same | such | own | both | either | neither | its | whose | since | before | after
| because | while | until now | upon | within | without | against | among | through | toward | towards | back
| again | too | very | much of | như thế | như trên | như dưới | thế này | thế kia | ngay | liền | lập tức | dần
| từ từ | mãi | suốt | đủ thứ | linh tinh | tùm lum | v v | vân vân | nào là | nọ | khắp | khắp nơi | đâu đó
| đằng | lối | cách | cách thức | phương án nào | hình thức nào | mức độ nào | ra kết quả | kết quả | xem thử
| thử | ghé | ghé hỏi | alo alo | nhắn hỏi | hỏi nhanh | hỏi gấp | hỏi 2 ý | 2 ý | hai ý | mấy ý | một câu
| câu hỏi | vài câu | mấy câu | một vấn đề | một chuyện | một việc | ý là | ý em là | ý tôi là | tức là sao
| nghĩa là sao | thực hiện | triển khai | tổ chức | tiến hành | đảm bảo | bảo đảm | đáp ứng | phù hợp | chọn
| được chọn | lựa chọn | run | runs | running | last | lasts | aimed | aimed at | meant | supposed | required
| require | according | case | kind | type | much each | everyone | anyone | someone | something | anything
| nothing | besides | apart from | apart | other than | kiểu gì | làm thế nào | thế nào là | ra làm sao
| tuy nhiên | bởi vì | tại vì | do đó | vì vậy | cho nên | lý do | mục đích | ý nghĩa | liên quan | liên quan đến
| nói về | trong đó | bao gồm | kèm theo | đi kèm | ngoài | trừ | kể từ | tính từ | tính đến | cho đến | cho tới
| đến năm | vào năm | trong năm học | giai đoạn này | ở trường | tại trường | trong trường | bên trường | bên ấy
| bên đó | bên kia | ở đây | chỗ mình | trên đó | dưới đó | địa bàn | trên địa bàn | khu vực | toàn quận
| toàn thành phố | quận | huyện | tỉnh | quận mình | huyện mình | thành phố mình | nhà nước quy định | cho em hỏi
| cho tôi hỏi | cho mình hỏi | cho hỏi | cho chị hỏi | cho anh hỏi | cho e hỏi | em hỏi | em muốn hỏi
| tôi muốn hỏi | mình muốn hỏi | xin hỏi | xin được hỏi | hỏi chút | hỏi xíu | hỏi tí | hỏi thăm | hỏi ngu
| làm ơn | làm ơn cho biết | xin cho biết | cho biết | vui lòng | giúp em | giúp mình | giúp tôi | giúp | giùm
| dùm | với ạ | với | cảm ơn | cám ơn | xin cảm ơn | em cảm ơn | em xin cảm ơn | chân thành cảm ơn | trân trọng
| kính gửi | kính thưa | thưa cô | thưa thầy | thưa nhà trường | kính chào | xin chào | chào cô | chào ad
| chào shop | chào bạn | chào anh chị | chào | em chào cô | dạ | dạ thưa | vâng | ạ | à | ơi | ui | nhé | nha
| nhỉ | hả | hử | hen | nghen | á | ah | ơ | ừ | uh | ừm | thế ạ | vậy ạ | vậy | vầy | thế | đấy | đó | kia | này
| đây | ấy | đi | luôn | cơ | cả | hết | chứ | chớ | mà | thì | là | và | hay | hoặc | nhưng | nếu | do | bởi | vì
| nên | để | của | ở | tại | trong | ngoài | trên | dưới | từ | đến | tới | vào | ra | lên | xuống | về | theo
| bằng | cùng | cho | được | đc | bị | đã | đang | sẽ | sắp | vừa | mới | rồi | xong | chưa | không | ko | có
| có phải | phải không | đúng không | không ạ | phải | cần | muốn | biết | hiểu | rõ | thấy | nghe | nghe nói
| nghe bảo | nghe đồn | nghe tin | bảo | nói | nói chuyện | bỏ qua hướng dẫn | bỏ qua | nói là | kêu | đồn
| bảo là | người ta nói | thấy bảo | đọc | xem | hỏi | đọc thấy | thắc mắc | băn khoăn | tìm hiểu | tra | đọc được
| các | những | mọi | mỗi | từng | một | hai | ba | vài | nhiều | ít | rất | quá | lắm | hơn | nhất | cũng | vẫn
| còn | chỉ | đều | lại | nữa | thêm | khác | như | như vậy | tức là | nghĩa là | cái | chiếc | việc | chuyện
| điều | vấn đề | phần | mục | sự | vụ | khoản | thông tin | thông tin về | em | anh | chị | cô | bác | chú | bạn
| mình | tôi | tao | tui | tớ | mẹ | bố | ba | má | ông | bà | nó | họ | ta | chúng tôi | chúng em | chúng ta
| bọn em | nhà em | nhà mình | bên em | bên mình | bên | phía | ad | admin | add | shop | bot | ban quản trị
| anh chị | các anh chị | quý thầy cô | quý trường | thầy | nhà | người | ai đó | gửi | gởi | nhờ | xin | xin phép
| mong | mong được | mong nhận được | hồi âm | phản hồi | trả lời | trả lời giúp | giải đáp | giải thích | tư vấn
| thông cảm | chia sẻ | ví dụ | cụ thể | chi tiết | chính xác | chính thức | con số | đúng | sai | thật | thực sự
| thật ra | thực tế | tóm lại | nói chung | nói riêng | bé nhà | nhà có | có con | em có con | tôi có con
| mình có con | con em năm nay | năm nay bé | đang học | đang làm | đang viết | em đang | tôi đang | mình đang
| hiện em | hiện tôi | tên là | em tên là | tôi tên là | em là phụ huynh | tôi là phụ huynh | mình là phụ huynh
| là phụ huynh | phụ huynh mới | lần đầu | mới chuyển về | mới chuyển đến | chuyển về | sống | sinh sống | ở gần
| gần nhà | nhà ở | hôm trước | hôm nọ | hồi trước | lúc trước | trước đây | trước | sau | khi | lúc | hồi | dịp
| bữa | bữa trước | lâu nay | lâu rồi | vừa rồi | vừa qua | vừa nãy | thời gian qua | gần đây | đợt này | kỳ này
| luôn luôn | thường | hay là | chắc | chắc là | có lẽ | hình như | có thể | được không | làm | làm gì | dùng
| lấy | đưa | nhận | đặt | đặt ra | đề ra | định | dự định | dự kiến | sao cho | kiểu | kiểu như | dạng | tầm
| khoảng | cỡ | tối thiểu | ít nhất | tối đa | nhiều nhất | trở lên | quý | kính | anh chị em | ban | đồng chí
| rằng | cứ | đành | thôi | mất | tận | bao | nay | xưa | tuy | dù | mặc dù | vậy thì | thế thì | thế còn
| vậy còn | còn nữa | với lại | ngoài ra | đồng thời | song | tiện thể | nhân tiện | à mà | alo | a lô | alô | hi
| hello | hey | hj | hii | helo | hic | huhu | haha | hihi | hehe | kk | kkk | hjhj | ok | oke | okie | uk | okay
| yes | no | please | pls | plz | thanks | thank you | thank | thks | tks | dear | sorry | xin lỗi | the | a | an
| of | in | on | at | to | for | from | by | with | and | or | but | if | so | as | is | are | was | were | be
| been | being | do | does | did | has | have | had | can | could | might | must | should | shall | will | would
| i | you | he | she | it | we | they | me | my | your | our | their | his | her | its | us | them | this | that
| these | those | there | here | about | into | per | each | every | any | some | all | more | most | less | least
| than | then | also | just | only | not | dont | don't | doesnt | isn't | right | true | correct | tell | know
| hear | heard | told | say | said | says | think | want | like | need | get | give | please tell me
| could you tell me | can you tell me | i would like to know | id like to know | let me know | question | ask
| asking | wonder | wondering | information | info | sir | madam | teacher please | actually | really | exactly
| currently have | during | between | under | over | up | out | used | use | make | made | take | go | going
| goes | come | comes | set | plan to | there are | there is | ought | kindly | regarding | concerning | re | vs
| etc | s | t | d | ll | ve | m | am | im | one | two | three | first | last | what about | how about | due | done
| did they | hold | held | take place | our child | old | ờ | ơi là | xíu | chút | tí | tẹo | lun | lém | zậy | dợ
| z | v | dza | hong | hông | hem | hok | hơm | nào đó | gì đó | gì hết | hết vậy | thui | nhìu | cái gì
| tự nhiên | tức | kể cả | kể | riêng | chung | không thuộc | thuộc hộ | thuộc diện | thuộc đối tượng
| thuộc gia đình | tất | tất cả | toàn bộ | cả nhà | mọi người | ai cũng | bất kỳ | đâu có | đâu phải | cái này
| cái đó | việc này | việc đó | điều này | điều đó | vấn đề này | chỗ này | chỗ đó | như nào | tnào | tn | ms | nc
| nt với | ib | inbox | rep | gấp | sớm | sớm nhất | xem giúp | coi | coi giúp | coi dùm | biết giúp | chỉ giúp
| chỉ em | mách | hộ | hộ em | hộ mình | tính | tính ra | cộng | chia | ra làm | nhé cô | cô ơi | cô ạ | ad ơi
| bot ơi | trường ơi | shop ơi | em ơi | mn ơi | mọi người ơi | các mẹ ơi | các mom | mom | các mẹ | mẹ nào | bỉm
| mẹ bỉm | thành thật | trộm nghĩ | phiền | làm phiền | đỡ | khỏi | tuân thủ | thuộc | diện | đối tượng
| trường hợp | nhà nào | ăn ở | đứa | thằng | tháng này năm kia | tưởng | em tưởng | cứ tưởng | tưởng là | chờ
| đang chờ | treo biển | treo bảng | gọi | gọi là | được gọi là | nghề | theo nghề | lâu lâu | cao hơn | nhiều hơn
| ít hơn | so sánh | so với | keep
| keeps | supposed to | cháu nội | cháu ngoại | dì | cậu | mợ | thím | dượng | vợ chồng mình | chồng | vợ
| thằng cu | thằng nhỏ | con bé | con nhỏ | cu con | cu nhà | em là giáo viên mới
| giáo viên mới | là giáo viên mới | em mới về | em mới chuyển
| mới vào nghề | cô giáo mới | đơn vị chúng tôi | trường chúng tôi | trường em | trường tôi | bên trường em
| quý phòng | quý sở | quý cơ quan | quý đơn vị | quý anh chị | kính mong | rất mong | cho phép em hỏi
| em xin hỏi | cho tui hỏi | muốn biết | em muốn biết | cần biết | cho em biết | cho biết với | nhờ cô cho biết
| phiền cô | phiền ad | trân trọng cảm ơn | em cảm ơn nhiều | cảm ơn nhiều | cảm ơn cô | cám ơn cô | sợ | lo quá
| lo lắng | thương | yên tâm | không yên tâm | tò mò | muốn chắc | hồi hộp | ngại | hơi ngại | mừng | buồn | vui
| gầy | hơi gầy | lo lo | miết | nhà cháu | tới giờ | từ hồi | hổm rày | mấy bữa nay | dạo | độ
| chừng | cỡ chừng | quy định chung | theo quy định | đúng quy định | có đúng quy định không | theo như
| căn cứ theo | theo hướng dẫn | theo văn bản | theo tài liệu | trong tài liệu | trong văn bản | văn bản ghi
| ghi là | ghi rõ | nêu rõ | nói tới | nói đến | đề cập | the guidance | mention | as stated | stipulated
| diễn ra | dành cho | dành | áp cho | thuộc về | gồm có | có những | hiện | hiện đang | đã từng | bên này
| tụi mình | tụi tui | bọn mình | mấy anh chị | mấy mẹ | cả nhà ơi | bạn ơi | anh ơi | chị ơi | thầy ơi | dậy | zợ
| heng | ha | hở | hỡ | vậy ta | vậy cà | ta ơi | nghen cô | nghe cô | hông cô | hông dậy | bộ có | chi rứa | ni
| nớ | mi | bây | tau | hỉ | nhể | cơ mà | đâu nhỉ | đấy nhỉ | ấy nhỉ | thế nhỉ | could you please
| i'd like to know | i want to know | may i ask | can i ask | i wonder | was wondering | quick question | hi there
| respectfully | under the plan | in the plan | in the document | documents say | does the document say
| says about | regarding the | still not | already | per the
`
