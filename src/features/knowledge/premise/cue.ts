const cue =
  /\b(phai khong|dung khong|phai hong|dung hong|phai k|dung k|dung ha|phai ha|dung chua|dung chu|dung nhi|phai chu|co dung|co phai|nghe|thay bao|doc thay|bao la|noi la|that khong|that ha|co that|roi ha|thoi ha|right|correct|true|is it|isn t it|heard|they say|told)\b|\b(ha|ho|hen)( co| ad| a| em| chi| bot)*$/
const yesNo = /(\b(khong|ha|chua|nhi|phai)( a| vay| anh| the| ad| co| em| nhe)?$|^(is|are|do|does|did|was|were)\b)/

/** Whether something is put to be confirmed: "… phải không", "nghe nói …". */
export function asksToConfirm(text: string): boolean {
  return cue.test(text)
}

/** Whether yes or no would answer. */
export function asksYesOrNo(text: string): boolean {
  return cue.test(text) || yesNo.test(text)
}
