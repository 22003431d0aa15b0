/** Values that are no secrets by what they say: words, in another encoding or language. */
import type { Ground } from './ground.ts'
import { kindOf } from './kinds.ts'
import { placeholder } from './placeholder.ts'
import { fromBase32, fromBase64 } from './proof/codec.ts'
import { isStruck, sequences } from './sequences.ts'
import { isOfWords, wordShare } from './words.ts'

/** Kinds of placeholders that count if found inside base64. */
const DUMMIES: ReadonlySet<string | undefined> = new Set(['an example', 'a placeholder word', 'masked', 'repeated', 'a sequence'])

export const BY_CONTENT: readonly Ground[] = [
  // Random matches in compressed data.
  ['bytes, not text', (value) => /[\0-\x08\x0e-\x1f\x7f]/.test(value) || (/[\x80-\x9f]/.test(value) && !isUtf8(value))],
  ['a repeated character', (value) => value.length >= 12 && placeholder(value) === 'repeated'],
  // 0x70617373…: test vectors of ciphers
  ['words in hex', (value) => /^(?:0x)?(?:[2-7][\dA-Fa-f]){6,}$/.test(value) && isOfWords(unhexed(value))],
  ['words in base64', (value) => isSaid(textOf(value))],
  // What it holds is judged by itself: an object without a drawn value, such as a cursor, and what stands between BEGIN and END.
  [
    'a text in base64',
    (value) => /^\{\s*["}](?!.*"(?=[^"]*\d)[\w+/=-]{20,}").*\}$|^-----BEGIN /s.test(fromBase64(value)?.toString('latin1') ?? ''),
  ],
  ['words in base32', (value) => /^[A-Z2-7]{16,100}=*$/.test(value) && isWords(fromBase32(value)?.toString('latin1') ?? '')],
  ['a long sequence', (value) => value.length >= 16 && sequences(value) > 0.6 * value.length],
  ['struck at random', isStruck],
  // user:password
  [
    'a placeholder in base64',
    (value) => {
      const password = /:(\S+)$/.exec(textOf(value))?.[1]
      return password !== undefined && (placeholder(password) !== undefined || /^(?:[a-z]+[_-])?pass(?:word)?$/.test(password))
    },
  ],
  // "label.secret" = "Přístupový klíč"
  ['words of a language', isSpoken],
]

const isUtf8 = (value: string) => !Buffer.from(value, 'latin1').toString().includes('\ufffd')

/**
 * Text in Chinese, Japanese or Korean, without letters and digits mixed; or words with letters outside ASCII, without a digit or a sign, as
 * passwords have them: one word of letters, or several.
 */
function isSpoken(value: string): boolean {
  if (!/[\xc3-\xed][\x80-\xbf]/.test(value) || !isUtf8(value)) return false
  const text = Buffer.from(value, 'latin1').toString().replace(PARTS, '')
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text)) return !/[A-Za-z]\d|\d[A-Za-z]/.test(text)
  return !/[\d@#$%^&*=+<>{}\\|_]/.test(text) && (/^[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*:?$/u.test(text) || /\p{L}[.,;:!?]?\s/u.test(text))
}

/** What texts for people contain besides words: fields, terms like PKCS#12 and WPA2, and numbers. */
const PARTS = /(?<!\w)%[ds](?!\w)|\{\w{0,20}\}|(?<!\w)[A-Z]{2,5}[#/-]?\d{1,3}(?!\w)|(?<=\s)\d{1,4}(?=\s)/g

/** From hex; it may begin with 0x. */
const unhexed = (value: string) => Buffer.from(value.replace(/^0x/, ''), 'hex').toString('latin1')

const isSaid = (text: string) =>
  kindOf(text) === 'prose' || DUMMIES.has(placeholder(text)) || (/^[A-Za-z]+(?:[ _-][A-Za-z]+)+$/.test(text) && isOfWords(text))

/** A sentence, or the address of a server, in base64. Words without one of the small ones of a sentence may be a passphrase. */
export const saysNothing = (value: string) =>
  /^(?=[A-Z]|.*(?:[.!?]$|\b(?:an?|the|is|are|to|of|in|for|and|not|this)\b))[A-Za-z]+(?:,? [A-Za-z]+){2,}[.!?]?$|^https?:\/\/[\w.-]+(?::\d{1,5})?\/?$/.test(
    textOf(value),
  )

/** speakeasy draws its seeds from the signs of ASCII: not each text is one of words. */
const isWords = (text: string) => /^[\x20-\x7e]{8,}$/.test(text) && wordShare(text).share > 0.6

/** From base64, without the line break that `echo` adds; empty if it is not text. */
export function textOf(value: string): string {
  const text = ((value.length <= 200 && fromBase64(value)?.toString('latin1')) || '').replace(/\n$/, '')
  return /^[\x20-\x7e]{6,}$/.test(text) ? text : ''
}
