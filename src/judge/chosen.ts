/** Passwords that people choose: by a policy that asks for a digit and a sign, or as a phrase. */
import { oneOf, raw } from '../../patterns/sources.ts'
import { isMadeUp, isNaming, wordsOf } from './madeup.ts'
import { placeholder } from './placeholder.ts'
import { setOf, wordShare } from './words.ts'

/** `Thunder.turtle65?` */
const POLICY = new RegExp(
  [
    raw`^(?=[^A-Za-z]*[A-Za-z])(?=\D*\d)`, // a letter and a digit
    raw`(?=[\w.+~=,;-]*(?:[!@#$^&*?]|%(?![\dA-Fa-f]{2})|\+(?![A-Za-z])))`, // and a sign, which does not encode a letter or join words
    raw`(?!\S+@[\w-]+\.[a-z]+$)`, // but no address
    raw`[\w.!@#$%^&*?+~=,;-]{8,32}$`,
  ].join(''),
)

export const isChosen = (secret: string) => POLICY.test(secret) && placeholder(secret) === undefined

/** A chosen password that is not made up for a text; nor a reference, as `PR#1234`. */
export const isPersonal = (secret: string) =>
  isChosen(secret) && !/^&|^(?:bug|case|gh|issue|mr|pr|task|ticket)#\d/i.test(secret) && !isMadeUp(secret)

/** An app password of a Google account: four groups of four random letters. https://support.google.com/accounts/answer/185833 */
export const isOfGoogle = (secret: string) => /^[a-z]{4}(?: [a-z]{4}){3}$/.test(secret) && wordShare(secret).share < 0.5

/** Words and a number: `Tundra.Otter.88`, `granite_db_2022`. */
const PHRASE = /^(?=[A-Za-z]{3})(?=.{10,40}$)[A-Za-z]+(?:[._@+-][A-Za-z]+)*[._@+-]?\d{2,4}(?:[._@+-]?[a-z]{2,8}|[._+-])?$/

/** Capitalized words and one digit, or a number or a sign between two: `Harbor-Mast9`, `Meadow7Lark`, `Willow$Creek`. */
const CAPITALIZED =
  /^(?=.{9,40}$)[A-Z][a-z]{2,}(?:(?:[._@+-]?[A-Z][a-z]{2,}){1,4}[._@+-]?\d|\d{1,2}[A-Z][a-z]{3,}|[!#$%&*?^+=][A-Z]?[a-z]{3,})$/

/** One word and a number: `Taffrail44`. */
const SINGLE = /^[A-Z][a-z]{5,}[._@-]?\d{2,3}$/

/** Four words or more: `brisk-otter-nine-lanterns`; with blanks, it may be any sentence. */
const PASSPHRASE = /^[a-z]{3,9}(?:-[a-z]{3,9}){3,7}$/

/** A month, a season, a town or the like, and a year: `Summer2024ops`. */
const DATED = /^([A-Z][a-z]{3,11})[._+-]?(?:19|20)\d\d[a-z\d]{0,8}$/

/** Words that a number belongs to: of algorithms, of programs, of texts. */
const NUMBERED = new RegExp(
  oneOf([
    raw`^(?:Aes|Base|Bit|Block|Des|Ec|Ed|Es|Float|Hmac|Hs|Int|Md|O?auth|Pkcs|Rs|Rsa|Sha|Uint|Utf)\d`, // Sha256Digest, Base64Encoder
    raw`^(?:Debian|Gpt|Http|Ipv?|Java|Mp|Node|Python|Socks|Ssl|Tls|Ubuntu|Version|Vue|Web|Win|Windows)\d`, // Python312
    raw`^(?:Chapter|Exercise|Figure|Floor|Lesson|Level|Log|Module|Part|Phase|Question|Room|Season|Section|Slide|Step|Table|Type|Unit|Week)\d`, // Section12
    '[a-z](?:16|20|24|28|32|48)(?:[A-Z][a-z]+)?$', // icons, as Fingerprint24, have an even size
  ]),
  'i',
)

/** What messages, slugs and names of elements contain. */
const SPOKEN = setOf(
  'all and are bad been bold border can cannot case circle does enter error eye fill filled for from has have how icon inset large',
  'least letters link lock long mail match menu more must non not one only outline page please regular reset rounded same sent set',
  'shadow short should show sign small solid square step that the then this too two update use was will with without wrong you your',
)

/** Joined words and a number, or several words, none of them one of a name or placeholder. */
export function isPhrase(secret: string): boolean {
  if (placeholder(secret) !== undefined) return false
  const [, dated] = DATED.exec(secret) ?? []
  if (dated) return !isNaming(dated)
  const words = wordsOf(secret)
  if (CAPITALIZED.test(secret)) return !NUMBERED.test(secret) && !words.some(isNaming)
  if (SINGLE.test(secret)) return !NUMBERED.test(secret) && !isMadeUp(secret) && !words.some(isNaming)
  if (PASSPHRASE.test(secret)) return !isMadeUp(secret) && !words.some((word) => isNaming(word) || SPOKEN.has(word))
  if (!PHRASE.test(secret)) return false
  if (secret.includes('.') && !/^[A-Z]/.test(secret)) return false // validation.minLength.12
  if (/\d{3}$/.test(secret) && words.length === 2) return !isNaming(words[0] ?? '') // granite_db_2022
  return words.length > 1 && !words.some(isNaming)
}
