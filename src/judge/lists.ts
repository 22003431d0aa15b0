/** Values that follow their name in a list, as items follow each other: names, words, the cells of a row. */
import type { Ground } from './ground.ts'
import { isDrawn, isOrdinary } from './randomness.ts'

const CONSTANT = /^[A-Z]+(?:_[A-Z\d]+)*$/

/** Is there only a blank between them? */
const isBeside = (operator?: string, syntax?: string) => operator === '' && syntax === 'bare'

export const BY_LIST: readonly Ground[] = [
  // "USER_PASS", "USER_NAME"
  [
    'one of a list of names',
    (value, { name = '', operator }) =>
      operator === ',' &&
      ((CONSTANT.test(name) && CONSTANT.test(value)) || /[a-z](?:[Kk]ey|[Tt]oken|[Ss]ecret|[Pp]assword|[Pp]assphrase)$/.test(value)),
  ],
  // ["getSecret", "getSecretValue"; a pair, as in set("dbPassword", "…"), gives a password by its name
  [
    'one of a list of names',
    (value, { operator, before = '' }) => operator === ',' && /[[,]\s{0,8}["'`]$/.test(before) && /^[a-z]+(?:[A-Z][a-z]+)+$/.test(value),
  ],
  // {% fields "smtp_password" "smtp_use_tls" %}
  [
    'one of a list of names',
    (value, { operator, before = '', after = '' }) =>
      operator === '' && /["'`]$/.test(before) && /^["'`]/.test(after) && /^[a-z]+(?:_[a-z]+)+$/.test(value),
  ],
  // ORACLE PASSWD PGSQL REDIS, IDD_PASSWORD DIALOG DISCARDABLE
  [
    'one of a list of words',
    (value, { name = '', operator, syntax, after = '' }) =>
      isBeside(operator, syntax) && /^[A-Z_]+$/.test(name) && /^[A-Z_]+$/.test(value) && /^[ \t]+[A-Z_]{2,}\b/.test(after),
  ],
  // rm rsa_1_pw dsa_1_pw
  [
    'one of a list of names',
    (value, { name = '', operator, syntax }) => {
      const last = /_[a-z]+$/.exec(value)?.[0]
      return isBeside(operator, syntax) && !name.startsWith('-') && last !== undefined && name.endsWith(last)
    },
  ],
  // derive(10, password2, Hex.decode("…")): the name is a variable's, and what follows is the next argument
  [
    'the next argument',
    (value, { name = '', operator, before = '', after = '' }) =>
      operator === ',' && /^[\dA-Fa-f]+$/.test(value) && /^[a-z]+\d$/.test(name) && /[(,][ \t]*$/.test(before) && /^["'`]\)/.test(after),
  ],
  // [PW,`4294967295` of minified code
  [
    'what stands behind a variable',
    (_, { name = '', operator, before = '' }) => operator === ',' && name.length < 3 && /[[(,]$/.test(before),
  ],
  // connect("localhost", "root", "yourpassword", "mydb_2023")
  [
    'what stands behind a placeholder',
    (value, { name = '', operator }) => operator === ',' && /^your[ _-]?[a-z]/i.test(name) && !isDrawn(value),
  ],
  // "keywords": ["password", "zxcvbn-ts"]
  [
    'one of a list of words',
    (value, { name = '', operator, before = '' }) =>
      operator === ',' &&
      !name.startsWith('-') &&
      value.length < 24 &&
      /(?:\[|["'`],|\b(?:of|and|or|either))\s*["'`]$/.test(before) &&
      /^(?:[a-z]{2,10}|[A-Z]{2,10}|[a-z\d]{1,12}(?:[._:-][a-z\d]{1,12})+)$/.test(value) &&
      isOrdinary(value),
  ],
  // ('2.16.840', 'Universal Password', 'NOVELL')
  [
    'text after a title',
    (value, { operator, before = '' }) => operator === ',' && /^[A-Za-z .-]+$/.test(value) && /["'][^"'\n]*[A-Za-z] $/.test(before),
  ],
]
