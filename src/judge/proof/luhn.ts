/** Card numbers: first digits and length of an issuer, and a check digit (ISO/IEC 7812). */
import { example, open, type Proof, proofOf, refuted } from './proof.ts'
import { isPublished } from './published.ts'

const ISSUERS: readonly (readonly [string, RegExp])[] = [
  ['Visa', /^4(?:\d{12}|\d{15}|\d{18})$/],
  ['Mastercard', /^(?:5[1-5]|2[2-7])\d{14}$/],
  ['American Express', /^3[47]\d{13}$/],
  ['Discover', /^6(?:011|5\d\d|4[4-9]\d)\d{12}$/],
  ['Diners Club', /^3(?:0[0-5]|[689]\d)\d{11}(?:\d{2})?$/],
  ['JCB', /^35(?:2[89]|[3-8]\d)\d{12}$/],
  ['UnionPay', /^62\d{14,17}$/],
  ['Maestro', /^(?:5[06-8]|6\d)\d{10,17}$/],
]

/** One number in ten passes the check, so it proves nothing. */
export function luhn(secret: string): Proof {
  const number = secret.replace(/[ -]/g, '')
  if (!/^\d{12,19}$/.test(number)) return open
  if (isPublished(number)) return example
  const issuer = ISSUERS.find(([, shape]) => shape.test(number))?.[0]
  return sum(number) % 10 === 0 ? proofOf('open', [issuer]) : refuted
}

/** Every second digit from the right is doubled. */
function sum(number: string): number {
  return Array.from(number, Number).reduceRight((total, digit, at) => total + ((number.length - at) % 2 === 0 ? doubled(digit) : digit), 0)
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2
}
