const machine =
  /\b(nguoi (that )?hay (la )?(may|bot|robot|ai|chatbot|chat bot)|(may|bot|robot|ai) hay (la )?(nguoi|co)|co phai (la )?(may|robot|bot|nguoi that|nguoi|tro ly ao|ai)|(ban|em|may|ad) (la|ten|ten la) (ai|gi|may|bot|robot)|la (nguoi|may|bot|robot|chatbot)( that)?( a| ha| khong| vay| dung khong| tra loi)*$|ten (ban|em|bot)( la)? gi|are you (a |an )?(human|robot|bot|real|machine|person|ai)|who are you|what are you|your name|ai (tao|lam|viet) ra (ban|em|bot)|ban bao nhieu tuoi|ban o dau|who (made|created) you|chatgpt|dang noi chuyen voi (ai|may|bot)|may tra loi)\b/
const greetingOnly =
  /^(hi+|hello+|hey|alo+|a lo|halo|xin chao|chao|dear|good (morning|afternoon|evening)|chao buoi (sang|chieu|toi)|em chao|kinh chao|yo|da chao|hi there|greetings)\b/
const thanksWords = /\b(cam on|cam on nhieu|thank(s| you)?|tks|thanks|biet on|on nhieu)\b/
const byeWords = /\b(tam biet|bye+|goodbye|good night|chuc ngu ngon|hen gap lai|see you|pp|chao nhe|chao tam biet|ngu ngon)\b/
const chatOnly =
  /^(ok|oke|okie|okay|uh|um|u|vang|da|da vang|uhm|hay qua|tot qua|gioi qua|gioi ghe|haha+|hihi+|hehe+|kk+|hay|tuyet|tuyet voi|great|good|nice|cool|ok em|ok a|da roi|vang a|da em biet roi|da (em )?(biet|hieu|ro|nho) roi|(em |minh |toi |chi |anh )?(biet|hieu|ro|nam) (duoc )?roi|roi|dung roi|de thuong|de thuong qua|ngu qua|bot ngu|dot|chan qua|buon qua|vui qua|yeu ban|i love you|you are great|lol|test|thu|thoi|khoe khong|ban khoe khong|how are you|em khoe khong|an com chua|ban an com chua|chuc .*|happy .*|ke chuyen.*|hat .*|doc tho.*|ok cam on.*|tell me a joke.*)( a| anh| nhe| nha| qua| nhi| em| ban| ad| roi| khong| vay| the| bot| oi| co| chi| cac| thay| bac| shop| minh| vang| da| uh| u| ok| oke| cam on| hieu| biet| nhieu)*$/
const callee =
  '(co|co giao|thay|ad|add|admin|shop|bot|em|ban|chi|anh|truong|nha truong|tro ly|mn|moi nguoi|ca nha|bac|page|trang)'
const tail = '( a| nhi| vay| the| ad| co| oi| em| day| nhe| nha| ban| bot| chi| anh| cac| thay)*'
/** Somebody calls out before asking: "cô ơi", "có ai ở đó không". */
const calling = new RegExp(
  `^(alo+ |a lo |da |hi |hello )*(co (ai|nguoi)( nao)?( o (do|day|dau|nha))?( truc| nghe may| rep| onl| online)?( khong| chua| the| day)?|ai (dang )?truc( page| may)?( khong| the| day)?|(co )?ranh khong|${callee} oi|any(body|one) there|is any(body|one) (there|here))${tail}$`,
)
const parting = new RegExp(
  `^(.* )?(em |minh |toi |chi |con )?(xin )?chao ${callee}( \\w+)?( em| minh| toi)?( ve| di)?( day)?${tail}$|\\bde (em|toi|minh|chi|anh) (hoi|xem|tinh|nhan) (sau|lai)${tail}$`,
)
const closing = /^(ok|oke|okie|oki|the nhe|the thoi|vay nhe|vay thoi|vang|da vang|thoi|da thoi|roi|uh|u|cam on|em cam on|chao)\b/

export type Smalltalk = 'greeting' | 'thanks' | 'bye' | 'machine' | 'chat'

/** Whether somebody asks if a person or a machine answers. */
export function asksWhetherMachine(text: string): boolean {
  return /\b(are you|co phai|hay (la )?(may|nguoi|bot))\b/.test(text) && machine.test(text)
}

/** What kind of small talk a message is, if it is. @param substance words that carry content of the subject */
export function smalltalkOf(
  text: string,
  { concepts, substance }: { concepts: ReadonlySet<string>; substance: number },
): Smalltalk | undefined {
  if (machine.test(text)) return 'machine'
  if (chatOnly.test(text)) return thanksWords.test(text) ? 'thanks' : 'chat'
  const isAboutSomething = [...concepts].some(
    (key) => /^[a-z]/.test(key) && !/^(child|preschool|continue|health|when|every|what|which|age|who|teacher)/.test(key),
  )
  const length = text.split(' ').length
  if (isAboutSomething || length > 16) return undefined
  if (calling.test(text)) return 'greeting'
  if (length <= 12 && parting.test(text)) return closing.test(text) ? 'bye' : 'greeting'
  if (/\b(hoi|bao nhieu|khi nao|o dau|the nao|phan tram|may|how|when|where|what|khong|chua)\b/.test(text)) return undefined
  if (byeWords.test(text)) return 'bye'
  if (thanksWords.test(text)) return 'thanks'
  return greetingOnly.test(text) && substance <= 1 ? 'greeting' : undefined
}
