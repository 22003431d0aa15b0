/** Bare words in source code, which are no values: strings are quoted. */
import { isSourceCode } from '../../patterns/languages.ts'
import { oneOf, raw } from '../../patterns/sources.ts'
import { fitsAt } from './sticky.ts'

/** A name, a member, a call or a pattern; behind a sign, also. */
const CODE = new RegExp(
  raw`^[@$&*!-]{0,2}${oneOf([
    raw`[A-Za-z_]+(?:$|[.([?:!\\}])`, // secret, config.secret, secret()
    raw`[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$`, // MD5_SECRET_2
    raw`[a-z]+\d{0,2}(?:_[a-z]+\d{0,2})+$`, // sha1_secret
    raw`_?[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+){3,}$`, // Test_Secret_Of_2
    raw`[a-z]+\d{1,3}[A-Z][A-Za-z]*$`, // sha256Secret
    raw`[a-z]{1,3}\d[a-z]{3,}$`, // v5creds
    raw`(?:[A-Z][a-z]+\d{0,4}){1,5}(?<=\d)(?:[A-Z][a-z]+){1,3}$`, // Sha256Secret
    raw`[A-Za-z_]\w*(?:\.\w+)*\{$`, // api.Secret{
    raw`[A-Za-z_]\w*(?:\.\w+)*(?:\(|->|::)`, // api2.secret(, api2->secret, Api2::Secret
    raw`[*&]{1,2}[A-Za-z_]+\d{0,5}[A-Za-z]*(?:\.[A-Z][A-Za-z]*)?[,{]?$`, // &secret2, &v1.Secret{
    raw`[a-z]+\d{0,5}[a-z]*(?:\.[A-Za-z_]+)+[,{]?$`, // v1.Secret, pkcs12.key
    raw`(?<=&)\[\w`, // &[u16]
    raw`[[{](?=[\s\]\w{:]*[\]},]|$)`, // []Secret, [1, secret], { secret }
    raw`\[[A-Za-z_][\w.]*\(`, // [read_secret(x) for x in …]
    raw`\d{1,3}(?:&&|\|\||[?;,(){}\]])`, // 18&&secret
    raw`\((?:\(|0,)`, // ((char2)22), (0, acme.secret)("…"), as bundlers call what is imported
    raw`\$[\dA-F]{2,16}$`, // $8001013C of Pascal
    raw`(?:qr|m)?\/\S`, // /secret/, qr/secret/
    raw`(?:qr|m)[{(|]`, // m{secret}
    raw`[a-z]{1,2}[&|?^]`, // a&b
    raw`[\w.$@()[\]]{1,80}(?:(?:[-+.]{1,2}b?|(?<=[[(])b?)["'\x60]|(?:\|\||&&|\?\?)[A-Za-z_$]+\d?$)`, // s1+"/"+s2, h["t"]+x, pwd1||pwd2
  ])}`,
)
/** But a password may be bare in a comment or a multi-line string: `Lisboa!1976`. */
const CHOSEN = /^(?=.{8,32}$)[A-Za-z]+[!?](?=[!?@#-]*\w*\d)[\w!?@#-]{3,}$/
/** `privateKeyPem2`, behind which code goes on. */
const NUMBERED = /^[a-z]{2,}(?:[A-Z][a-z]{2,}){1,5}\d{1,2}$/
const GOES_ON = /[,;)]/y
/** A cast, `(char2 *) secret`, and an entry, `row2["secret"]`. */
const CAST = /^\(\w+$/
const CASTED = /(?:[ \t]+const)?[ \t]?\**\)[ \t]?[*&]?[A-Za-z_(]/y
const ENTRY = /^[A-Za-z_]\w*(?:\.\w+)*\[$/
const INDEX = /["'`\w$:]/y
/** A chain of calls goes on in the next line. */
const MEMBER = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/
const CHAIN = /\r?\n[ \t]{1,80}\??\.[A-Za-z_]\w{0,60}\(/y

/** A number that equals without conversion is no text; a longer one may be that of a person. */
const NUMBER = /[!=]==[ \t]{0,4}\d{1,3}$/

/** A property that may be missing has a type, `password?: Text64`; what follows an Elvis operator is code, too. */
const OPTIONAL = /\?:[ \t]{0,4}$/

export const isSourceMap = (path: string) => path.endsWith('.map')

/** A source map has code in its strings. */
export const holdsCode = (path: string) => isSourceCode(path) || isSourceMap(path)

/** `value` ends at `end` of the text. */
export function isCode(text: string, end: number, value: string): boolean {
  const start = end - value.length
  return (
    (CODE.test(value) && !CHOSEN.test(value)) ||
    (MEMBER.test(value) && fitsAt(CHAIN, text, end)) ||
    (CAST.test(value) && fitsAt(CASTED, text, end)) ||
    (ENTRY.test(value) && fitsAt(INDEX, text, end)) ||
    (NUMBERED.test(value) && fitsAt(GOES_ON, text, end)) ||
    (value.endsWith('-') && text[end] === '>') || // old2->secret
    OPTIONAL.test(text.slice(Math.max(0, start - 6), start)) ||
    NUMBER.test(text.slice(Math.max(0, start - 8), end))
  )
}
