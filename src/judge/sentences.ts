/** Values that are words of a sentence, in which the name is a word too. */
import type { Ground } from './ground.ts'
import { isDrawn, isOrdinary } from './randomness.ts'

export const BY_SENTENCE: readonly Ground[] = [
  // user to pass PEM/PKCS#8 encoded keys
  [
    'a word of a sentence',
    (value, { name = '', operator, syntax, before = '', after = '' }) =>
      operator === '' &&
      syntax === 'bare' &&
      !name.startsWith('-') &&
      /[A-Za-z][ \t]+$/.test(before) &&
      /^[ \t]+[a-z]{2,}(?:[ \t.,:;]|$)/.test(after) &&
      TERM.test(value),
  ],
  // The password is wrong. Das Passwort ist falsch.
  ['a word of a sentence', (value, { syntax }) => syntax === 'prose' && /^[A-Za-z\x80-\xff]?[a-z\x80-\xff]+[.,;:!?]?$/.test(value)],
  // The check will pass silently. Add a secret santa game.
  [
    'a word of a text',
    (value, { name = '', operator, syntax, before = '', after = '' }) =>
      operator === '' &&
      syntax === 'bare' &&
      /^[A-Za-z]+$/.test(value) &&
      !/^-|^[A-Z\d_]+$/.test(name) &&
      (/^(?:[.;:!?](?:\s|$)|[ \t]+(?:[A-Za-z(]|#\}|--?>|\*\/|%>))/.test(after) ||
        isText(before, after) ||
        (/^[a-z]+$/.test(value) && isListed(before, after))),
  ],
  // it is recommended to pass "ocamldep" the options, (keyboard): Pass nargout = 0
  [
    'what is passed',
    (value, { name = '', operator, before = '', after = '' }) =>
      operator === '' &&
      /^[Pp]ass$/.test(name) &&
      /^[\w=.-]+$/.test(value) &&
      isOrdinary(value) &&
      (value.includes('=') || /^["'`]?[,.]?[ \t]+[a-z(=]/.test(after)) &&
      /[A-Za-z:.,;)*][ \t]+$/.test(before) &&
      !/\b(?:user(?:name)?|login|account)\b|-[UuP] /i.test(before),
  ],
  // "Session Key MAC_C2S:", Nanopass Annoyances:
  ['a label', (value, { name = '', operator }) => operator === '' && !name.startsWith('-') && /^[A-Za-z]\w*:$/.test(value)],
  // **Password spraying**/brute force
  ['words in bold', (value, { operator, before = '' }) => operator === '' && before.endsWith('**') && /^[a-z]+\*\*/.test(value)],
  // the password (as told), a credential (LP#2153453).
  [
    'text in brackets',
    (value, { name = '', operator }) =>
      operator === '' && !name.startsWith('-') && /^\([^)]*\)?[.,;:]?$/.test(value) && !isDrawn(value.slice(1)),
  ],
]

/** `PEM/PKCS#8`, `KEY_WOW64_32KEY`, `TPM2`: technical terms, recognizable only by their parts. */
const TERM = /^(?:[A-Z]{2,}\d{0,2}s?|(?:\d{0,2}[A-Za-z]+\d{0,4}|\d{1,5})(?:[/#_.:]+(?:\d{0,2}[A-Za-z]+\d{0,4}|\d{1,5}))+)[;,]?$/

/** phishing, password spraying, and more */
const isListed = (before: string, after: string) => /[a-z][,;]? $/.test(before) && /^, (?:and|or|but|as|then|so|which|who) /.test(after)

/** "Wachtwoord gewijzigd" */
const isText = (before: string, after: string) => /["']$/.test(before) && /^[.!?]?["']/.test(after)
