import type { Choice, InboundContent } from '../../core/message.ts'
import { fold } from '../../core/text.ts'

/** What somebody meant to hand over: words, one of the offered choices, or something that is no words at all. */
export type Utterance =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'chosen'; readonly value: string; readonly tapped?: string }
  | { readonly kind: 'media' }
  | { readonly kind: 'empty' }

const yes = new Set([
  'ok',
  'oke',
  'okie',
  'okê',
  'đúng',
  'đúng rồi',
  'đúng rồi ạ',
  'dung',
  'dung roi',
  'xác nhận',
  'xac nhan',
  'chuẩn',
  'chuan',
  'vâng',
  'vang',
  'dạ',
  'yes',
  '👍',
  '✅',
])
const undo = new Set([
  'hoàn tác',
  'hoan tac',
  'undo',
  'huỷ',
  'hủy',
  'huỷ báo cáo',
  'hủy báo cáo',
  'huy bao cao',
  'sai rồi',
  'sai roi',
])

/**
 * Reads what came against the choices last offered: a typed number, a label or the words everybody uses for yes and undo count as a
 * tap, so that whoever has no buttons misses nothing.
 */
export function readUtterance(content: InboundContent, choices: readonly Choice[]): Utterance {
  if (content.kind === 'choice') return { kind: 'chosen', value: content.value, tapped: content.messageId }
  const text =
    content.kind === 'text' || content.kind === 'edit' ? content.text : content.kind === 'media' ? content.caption : undefined
  if (text === undefined) return content.kind === 'media' ? { kind: 'media' } : { kind: 'empty' }
  const words = fold(text).replace(/[.!]+$/, '')
  if (words === '') return { kind: 'empty' }
  const number = /^(\d{1,2})[.)]?$/.exec(words)?.[1]
  const chosen =
    (number === undefined ? undefined : choices[Number(number) - 1]) ??
    choices.find(({ label }) => fold(label) === words) ??
    (yes.has(words) ? choices.find(({ value }) => /^(?:ci|gr|pk|so):ok:/.test(value)) : undefined) ??
    (undo.has(words) ? choices.find(({ value }) => /^(?:ci|gr|pk|so|im):undo:/.test(value)) : undefined)
  return chosen === undefined ? { kind: 'words', text } : { kind: 'chosen', value: chosen.value }
}
