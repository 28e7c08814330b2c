import type { InboundFile } from '../../core/message.ts'
import { fetchFile } from '../fetch-file.ts'

/** Where Zalo keeps what people send: hosts of its own, over https. */
const zaloHosts = /(?:^|\.)(?:zdn\.vn|zadn\.vn|zaloapp\.com|zalo\.me|dlfl\.vn)$/

/**
 * The bytes of a file that came with a webhook. Its address is only followed to Zalo's own hosts, and to the API's root, which is an emulator
 * where it is another: an address is data, and this service stands inside of a network.
 */
export async function fetchZaloFile(
  { ref }: InboundFile,
  options: { readonly mostBytes: number; readonly signal: AbortSignal },
  apiRoot: string,
): Promise<Uint8Array | undefined> {
  if (!URL.canParse(ref)) return undefined
  const url = new URL(ref)
  const isZalos = url.protocol === 'https:' && url.port === '' && zaloHosts.test(url.hostname)
  return isZalos || url.origin === new URL(apiRoot).origin ? await fetchFile(url, options) : undefined
}
