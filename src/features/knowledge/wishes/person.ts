const handoff = new RegExp(
  [
    '\\b(gap|noi chuyen|noi truc tiep|ket noi|trao doi|lien lac|lien he|chuyen (may|loi|tin)?|noi may|hoi truc tiep|nc|tu van truc tiep)( truc tiep| rieng| duoc| lai| ngay| cho| toi| den| voi| mot| 1| vs| cac| chi| anh| ban| dong chi){0,4} (nguoi( that| thiet| phu trach)?|nhan vien|van phong|hieu truong|hieu pho|co giao|giao vien|co|thay|thay co|chu nhiem|ban giam hieu|tu van vien|quan ly|admin|ai do|ke toan|bao ve|phong giao vu|giao vu|nha truong|can bo|lanh dao)\\b',
    '\\b(khieu nai|to cao|phan anh|complain|complaint|buc xuc|that vong|don kien|kien nghi|gop y|bao xau|bat binh|khong hai long|qua te)\\b',
    '\\b(goi (lai |dien )?cho (toi|em|minh|chi|anh|me)|goi dien lai|call me|ring me)\\b',
    '\\b(talk|speak|chat|connect|transfer|put)\\b.{0,20}\\b(human|person|someone|somebody|staff|teacher|principal|office|operator|agent|manager)\\b',
    '\\b(real (person|human)|human (please|agent|being please)|nguoi that (di|tra loi|dau)|toi (can|muon|chi can) (gap )?nguoi( that)?|khong (muon )?noi chuyen voi (may|bot|robot))\\b',
    '\\b(danh|tat|cau|veo|quat|mang|nhot|bo doi|hanh ha|bao hanh|ngat|bop)\\b.{0,20}\\b(con|chau|be) (toi|em|minh|nha|chi|anh|tui)\\b',
    `\\b(con|chau|be) (toi|em|minh|nha em|nha minh|chi|anh|tui)?\\b.{0,25}\\bbi (co|ban|giao vien|co giao|ban be)\\b.{0,15}\\b(danh|tat|can|cau|bat nat|mang|nhot|phat|bo doi|day|xo)\\b`,
    '\\b(nho|cho|xin) .{0,15}(van phong|co hieu truong|hieu truong)\\b.{0,15}(goi|nhan|lien he|tra loi|ho tro)',
    '^(van phong|cho (em |toi |minh )?gap (co|van phong|nguoi|thay).*|gap (co|van phong|nguoi|thay|hieu truong).*|noi chuyen voi .*)$',
  ].join('|'),
)
