import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Audience } from '../calendar/event.ts'
import { agesNamed, classesNamed, type KnownClass, withoutAges } from '../calendar/parts-named.ts'
import type { ClassAge } from '../people/person.ts'

export interface ForWhom {
  readonly audience?: readonly Audience[]
  readonly classIds?: readonly string[]
  readonly ageGroups?: readonly ClassAge[]
}

const parents = /\b(?:phu huynh|cha me|ph|gia dinh|parents?|families|cac con|tre|hoc sinh|cac be)\b/
const teachers = /\b(?:giao vien|gv|co giao|teachers?)\b/
const office = /\b(?:van phong|ban giam hieu|bgh|hieu truong|office|principal)\b/
const staff = /\b(?:nhan vien|can bo|cbgvnv|cb, ?gv|cbql|nhan su|nv|staff|cap duong)\b/
const everyone = /\b(?:toan truong|tat ca|moi nguoi|ca truong|everyone|all|whole school)\b/

/** What a cell "dành cho" says; `no_such_class` when it names one that the school does not have. */
export function readForWhom(text: string, classes: readonly KnownClass[]): ForWhom | 'no_such_class' {
  const { ids, rest } = classesNamed(text, classes)
  const ageGroups = agesNamed(rest)
  const plain = withoutAges(rest)
  if (ids.length + ageGroups.length === 0 && /\blop [a-z]{0,2}\d{1,2}\b|^[a-z]\d{1,2}$/.test(plain)) return 'no_such_class'
  const said: Audience[] = []
  if (everyone.test(plain)) said.push('parents', 'staff')
  if (parents.test(plain)) said.push('parents')
  if (staff.test(plain)) said.push('staff')
  if (teachers.test(plain)) said.push('teachers')
  if (office.test(plain)) said.push('office')
  const audience = [...new Set(said)]
  const forParts = ids.length + ageGroups.length > 0
  return {
    ...(audience.length > 0 ? { audience } : forParts ? { audience: ['parents', 'teachers'] as const } : {}),
    ...(ids.length > 0 ? { classIds: ids } : {}),
    ...(ageGroups.length > 0 ? { ageGroups } : {}),
  }
}

/** What families take part in, or have to know of. */
const familyMatter =
  /\b(?:khai giang|tuu truong|be giang|tong ket nam hoc|ket thuc nam hoc|bat dau thuc hien chuong trinh|chuong trinh bat dau|hop phu huynh|phu huynh|cha me|ngay hoi|le hoi|lien hoan|trung thu|noel|giang sinh|nghi (?:hoc|le|tet|he|dong)|di hoc lai|hoc bu|don tre|quoc te thieu nhi|1\/6|da ngoai|tham quan cua tre|tiem|uong vitamin|kham suc khoe|can do|can, do|van nghe|hoi thi be|be khoe|chup anh|sinh nhat|ra truong|tu truong|family|parents|festival|holiday)\b/

/** How work behind the scenes begins, whatever it is about. */
const staffWork =
  /^(?:kiem tra|kien tap|tham quan, kien tap|to chuc kien tap|tap huan|boi duong|tham muu|phoi hop|xay dung|lap|tong hop|tap hop|thong ke|bao cao|hoan thien|hoi nghi|to chuc hoi nghi|du hoi nghi|tham (?:du|gia)|don doan|cham|dieu tra|danh gia|chuan bi|so ket|cap nhat)\b/

/** For whom a line is that does not say so: families where it is theirs, otherwise staff alone, who then know of it. */
export function usualAudience(title: string): readonly Audience[] {
  const plain = withoutDiacritics(fold(title))
  return familyMatter.test(plain) && !staffWork.test(plain) ? ['parents', 'staff'] : ['staff']
}
