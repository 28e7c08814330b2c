/** Places that families travel to: provinces, towns and countries, without marks; one word that is also a given name stands in `short`. */
const names = `
  an giang | ba ria | bac giang | bac kan | bac lieu | bac ninh | ben tre | binh dinh | binh duong | binh phuoc | binh thuan | ca mau |
  can tho | cao bang | da nang | dak lak | dac lac | dak nong | dien bien | dong nai | dong thap | gia lai | ha giang | ha nam |
  ha noi | ha tinh | hai duong | hai phong | hau giang | hoa binh | hung yen | khanh hoa | kien giang | kon tum | lai chau | lam dong |
  lang son | lao cai | long an | nam dinh | nghe an | ninh binh | ninh thuan | phu tho | phu yen | quang binh | quang nam | quang ngai |
  quang ninh | quang tri | soc trang | son la | tay ninh | thai binh | thai nguyen | thanh hoa | thua thien | tien giang | tra vinh |
  tuyen quang | vinh long | vinh phuc | yen bai | sai gon | tphcm | tp hcm | hcm | ho chi minh | da lat | nha trang | vung tau | phan thiet |
  buon ho | buon ma thuot | bmt | pleiku | quy nhon | phu quoc | con dao | sa pa | sapa | ha long | cat ba | do son | tam dao | moc chau |
  mui ne | hoi an | sam son | cua lo | dong hoi | my tho | long xuyen | chau doc | rach gia | bien hoa | thu duc | cu chi | phan rang |
  cam ranh | tuy hoa | bao loc | di linh | gia nghia | ayun pa | an khe | chu se | krong pa | viet tri | mong cai | ha dong | soc son |
  dong anh | long bien | gia lam | ba vi | thuong tin | phu xuyen | han quoc | trung quoc | nhat ban | dai loan | thai lan | singapore |
  sing | campuchia | cam pu chia | malaysia | hong kong | uc | lao | canada | chau au | nuoc ngoai | korea | japan | china | america |
  mien tay | mien bac | mien trung | mien nam | tay nguyen | mien ngoai | phu ly | bac ha | tam ky | ca na | ninh hoa | mang yang`

const oneWord =
  'hue | vinh | my | nhat | han | nga | phap | duc | anh | nam | bac | trung | thai | y | dalat | danang | hanoi | saigon | hp | hn | sg'

/** By their number of words, the longest first when looked up. */
export const places: ReadonlySet<string> = new Set(names.split('|').map((place) => place.trim()))
export const shortPlaces: ReadonlySet<string> = new Set(oneWord.split(' | '))
