/** Bare words in source code, which are no values: strings are quoted. */
import { fitsAt } from './sticky.ts'

/** A name, a member, a call or a pattern. */
const CODE =
  /^[@$&*!-]{0,2}(?:[A-Za-z_]+(?:$|[.([?:!\\}])|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$|[a-z]+\d{0,2}(?:_[a-z]+\d{0,2})+$|[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+){3,}$|[a-z]+\d{1,3}[A-Z][A-Za-z]*$|(?:[A-Z][a-z]+\d{0,4}){1,5}(?<=\d)(?:[A-Z][a-z]+){1,3}$|[A-Za-z_]\w*(?:\.\w+)*\{$|[A-Za-z_]\w*(?:\.\w+)*(?:\(|->|::)|[*&]{1,2}[A-Za-z_]+\d{0,5}[A-Za-z]*(?:\.[A-Z][A-Za-z]*)?[,{]?$|[a-z]+\d{0,5}[a-z]*\.[A-Z][A-Za-z]*[,{]?$|(?:qr|m)?\/\S|(?:qr|m)[{(|]|[a-z]{1,2}[&|?^])/
/** But a password may be bare in a comment or a multi-line string: `Lisboa!1976`. */
const CHOSEN = /^(?=.{8,32}$)[A-Za-z]+[!?](?=[!?@#-]*\w*\d)[\w!?@#-]{3,}$/
/** A chain of calls goes on in the next line. */
const MEMBER = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/
const CHAIN = /\r?\n[ \t]{1,80}\??\.[A-Za-z_]\w{0,60}\(/y

/** `value` ends at `end` of the text. */
export function isCode(text: string, end: number, value: string): boolean {
  return (CODE.test(value) && !CHOSEN.test(value)) || (MEMBER.test(value) && fitsAt(CHAIN, text, end))
}
