/** Decodes values that are text in another encoding. */
import { fromBase64 } from './proof/codec.ts'

export const isUtf8 = (value: string) => !Buffer.from(value, 'latin1').toString().includes('\ufffd')

/** From hex; it may begin with 0x. */
export const unhexed = (value: string) => Buffer.from(value.replace(/^0x/, ''), 'hex').toString('latin1')

/** From base64; empty if it is not text. */
export function textOf(value: string): string {
  const text = (value.length <= 200 && fromBase64(value)?.toString('latin1')) || ''
  return /^[\x20-\x7e]{6,}$/.test(text) ? text : ''
}
