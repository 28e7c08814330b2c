const job =
  /\b(tuyen (giao vien|gv|co|nguoi|nhan vien|dung|bao mau|co nuoi|ke toan|bao ve)|ung tuyen|xin viec|tim viec|viec lam|nop (cv|ho so xin viec)|phong van|job|vacanc(y|ies)|hiring|recruit(ing)?|thu viec|luong (khoi diem|bao nhieu|thang|the nao))\b/
const notJob =
  /\b(vi tri viec lam|dinh muc|hop dong giao vien|ke hoach tuyen|xet tuyen|phong noi vu|tuyen dung vien chuc|hai phong|noi vu)\b/
const admissionDate =
  /\b(bao gio|khi nao|ngay nao|thang nao|luc nao|when|ngay may|thang may|han|deadline)\b.{0,40}\b(tuyen sinh|nhan ho so|nhap hoc|dang ky|nop ho so|khai giang|tuu truong|enrol\w*|admissions?|registration|apply|opening|nhan (tre|be|con|chau))\b|\b(tuyen sinh|nhan ho so|nhap hoc|nop ho so|khai giang|tuu truong|enrol\w*|admissions?|registration|opening day|nhan (tre|be|con|chau))\b.{0,40}\b(bao gio|khi nao|ngay nao|ngay may|thang nao|thang may|luc nao|when|tu ngay|date)\b/
const notAdmissionDate =
  /\b(ke hoach|huong dan|chi tieu|quy dinh|dieu tra|quyet dinh|thanh lap|giay phep|cap phep|uu tien|huy dong)\b/
const holidayDate =
  /\b(nghi (he|tet|le|dong|giua ky)|lich nghi|holidays?|summer break|tet break|day off|days off)\b.{0,40}\b(bao gio|khi nao|ngay nao|may ngay|bao nhieu ngay|tu ngay|the nao|bao lau|when|how long|how many)\b|\b(bao gio|khi nao|ngay nao|lich|may ngay|when|how long|how many)\b.{0,40}\b(nghi (he|tet|le|dong)|duoc nghi|nghi le|holidays?|summer break|tet break)\b/
const youngChild =
  /\b(\d{1,2} thang( tuoi)?|1 tuoi|2 tuoi|mot tuoi|hai tuoi|\d+ months?|2 years?)\b.{0,30}\b(nhan|hoc duoc|vao hoc|di hoc duoc|gui|accept|take|admit|enrol|join|attend)|\b(nhan|gui|accept|take|admit|enrol)\b.{0,30}\b(\d{1,2} thang|1 tuoi|2 tuoi|\d+ months?)\b/
const youngestAge = /\b(nhan|gui|vao|di hoc)\b.{0,25}\b(may|bao nhieu|bn) thang( tuoi)?( a| vay| the| co| duoc| ad| nhi| la)*$/
const closure = /\btruong( minh| em| ta)? co (cho|phai|duoc) .{0,20}\bnghi( hoc)? (khong|chua|k)\b/
const existingCount =
  /\btong so (truong|tre|lop|giao vien|hoc sinh)\b.{0,25}\bhien (co|nay|tai)\b|\b(hien|dang|hien dang|hien nay|hien tai) co (tat ca |tong cong )?(bao nhieu|may) (truong|giao vien|hoc sinh|lop)\b/
const theirName =
  /\b(hieu truong|hieu pho|co giao|co chu nhiem|giao vien|chu nhiem|bao ve|principal|teacher)\b.{0,25}\b(ten (la )?gi|la ai|ten gi|name)\b|\b(ten|name of)\b.{0,15}\b(hieu truong|co giao|co chu nhiem|giao vien|principal|teacher)\b/
