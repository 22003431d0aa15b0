/** Passwords chosen to satisfy a password policy: letters, a digit and a sign, like `Thunder.turtle65?`. */
import { placeholder } from './placeholder.ts'
import { wordShare } from './words.ts'

const POLICY =
  /^(?=[^A-Za-z]*[A-Za-z])(?=\D*\d)(?=[\w.+~=,;-]*(?:[!@#$^&*?]|%(?![\dA-Fa-f]{2})|\+(?![A-Za-z])))(?!\S+@[\w-]+\.[a-z]+$)[\w.!@#$%^&*?+~=,;-]{8,32}$/

/** Words in names of things, and in placeholders for a password. */
const NAMING: ReadonlySet<string> = new Set(
  'account admin api app auth aws azure base box button client code col config cred creds credential credentials custom data database db default demo dev dir dummy env example fake field file foo bar form host hash icon id img index input item key label line local login mock name node num number obj object page param pass passphrase passwd password path pin place placeholder prod production profile project pwd ref release reset role root row salt sample secret secrets secretsmanager server service windows office report update validation min max length cluster worker master postgres postgresql mysql mariadb redis mongo mongodb rabbitmq kafka elastic rds sealed session setting sha staging step string style tab table temp template test tests text title tmp token type url user username val value var vault version view web word'.split(
    ' ',
  ),
)

const PHRASE = /^(?=[A-Za-z]{3})(?=.{10,40}$)[A-Za-z]+(?:[._@+-][A-Za-z]+)*[._@+-]?\d{2,4}(?:[._@+-]?[a-z]{2,8}|[._+-])?$/

/** Capitalized words and one digit, or a number or a sign between two: `Harbor-Mast9`, `Meadow7Lark`, `Willow$Creek`. */
const CAPITALIZED =
  /^(?=.{9,40}$)[A-Z][a-z]{2,}(?:(?:[._@+-]?[A-Z][a-z]{2,}){1,4}[._@+-]?\d|\d{1,2}[A-Z][a-z]{3,}|[!#$%&*?^+=][A-Z]?[a-z]{3,})$/

/** One word and a number: `Taffrail44`. */
const SINGLE = /^[A-Z][a-z]{5,}[._@-]?\d{2,3}$/

/** Base64Encoder, Sha256Digest, Section12; icons, as Fingerprint24, have an even size */
const NUMBERED =
  /^(?:Aes|Base|Bit|Block|Chapter|Debian|Des|Ec|Ed|Es|Exercise|Figure|Float|Floor|Gpt|Hmac|Hs|Http|Int|Ipv?|Java|Lesson|Level|Log|Md|Module|Mp|Node|O?auth|Part|Phase|Pkcs|Python|Question|Room|Rs|Rsa|Season|Section|Sha|Slide|Socks|Ssl|Step|Table|Tls|Type|Ubuntu|Uint|Unit|Utf|Version|Vue|Web|Week|Win|Windows)\d|[a-z](?:16|20|24|28|32|48)(?:[A-Z][a-z]+)?$/i

/** Four words or more: `brisk-otter-nine-lanterns`; with blanks, it may be any sentence. */
const PASSPHRASE = /^[a-z]{3,9}(?:-[a-z]{3,9}){3,7}$/

/** What messages, slugs and names of elements contain. */
const SPOKEN: ReadonlySet<string> = new Set(
  'all and are bad been bold border can cannot case circle does enter error eye fill filled for from has have how icon inset large least letters link lock long mail match menu more must non not one only outline page please regular reset rounded same sent set shadow short should show sign small solid square step that the then this too two update use was will with without wrong you your'.split(
    ' ',
  ),
)

/** A month, a season, a town or the like, and a year. */
const DATED = /^([A-Z][a-z]{3,11})[._+-]?(?:19|20)\d\d[a-z\d]{0,8}$/

/** Joined words and a number, none of the words a name or placeholder: `Tundra.Otter.88`, `Summer2024ops`. */
export function isPhrase(secret: string): boolean {
  if (placeholder(secret) !== undefined) return false
  const [, dated] = DATED.exec(secret) ?? []
  if (dated) return !NAMING.has(dated.toLowerCase())
  const words = secret.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []
  const names = (word: string) => word.length < 3 || NAMING.has(word.toLowerCase())
  if (CAPITALIZED.test(secret)) return !NUMBERED.test(secret) && !words.some(names)
  if (SINGLE.test(secret)) return !NUMBERED.test(secret) && !isMadeUp(secret) && !words.some(names)
  if (PASSPHRASE.test(secret)) return !isMadeUp(secret) && !words.some((word) => names(word) || SPOKEN.has(word))
  if (!PHRASE.test(secret)) return false
  if (secret.includes('.') && !/^[A-Z]/.test(secret)) return false // validation.minLength.12
  // granite_db_2022
  if (/\d{3}$/.test(secret) && words.length === 2) return !names(words[0] ?? '')
  return words.length > 1 && !words.some(names)
}

export const isChosen = (secret: string) => POLICY.test(secret) && placeholder(secret) === undefined

/** Words of passwords that are made up for a text: `Str0ngP@ss!`, `Welcome123!`. */
const MADE_UP: ReadonlySet<string> = new Set(
  'abc abcd abcde abcdef alice bob change changed choose complex correct horse default easy foobar good guest hello hunter initial issue john letmein long monkey mypass new old pass passw passwd password passwort safe sec secret secure secured some strong super temporary temp test tester ticket unique very weak welcome winter summer spring world xyz your zaq'.split(
    ' ',
  ),
)

/** Does it contain such a word, also as `p4ss`? In a document, most passwords do; one that a person uses does not. */
export function isMadeUp(secret: string): boolean {
  const plain = secret.replace(/[@4]/g, 'a').replace(/[!1]/g, 'i').replace(/0/g, 'o').replace(/[$5]/g, 's').replace(/3/g, 'e').toLowerCase()
  const words = [
    ...(secret.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase()),
    ...(plain.match(/[a-z]+/g) ?? []),
  ]
  // Shorter words occur by chance.
  return words.some(
    (word) =>
      (word.length > 3 && (MADE_UP.has(word) || NAMING.has(word))) ||
      /passw|contrasen|heslo|senha|kennwort|parola|secret|admin|test|user|demo|example/.test(word),
  )
}

/** A chosen password that is not made up for a text. */
export const isPersonal = (secret: string) =>
  isChosen(secret) && !/^&|^(?:bug|case|gh|issue|mr|pr|task|ticket)#\d/i.test(secret) && !isMadeUp(secret)

/** An app password of a Google account: four groups of four random letters. https://support.google.com/accounts/answer/185833 */
export const isOfGoogle = (secret: string) => /^[a-z]{4}(?: [a-z]{4}){3}$/.test(secret) && wordShare(secret).share < 0.5
