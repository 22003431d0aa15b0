/** Letters outside ASCII, in names. A text is its bytes, each as a character: these are letters of UTF-8. */

export const inBytes = (text: string) => Buffer.from(text).toString('latin1')

/** Letters that Unicode does not split into a plain one and an accent, and a form that a letter has at the end of a word. */
const WHOLE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' }

/** In lower case and without accents: `Contraseña` becomes `contrasena`, and `Пароль` `пароль`. */
export const plainly = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, (letter) => WHOLE[letter] ?? letter)

export const isTrail = (code: number) => (code & 0xc0) === 0x80

/** Lead bytes: from Latin with accents to Hangul. Between them, and behind, are signs. */
const isLead = (code: number) => (code >= 0xc3 && code <= 0xdf) || code === 0xe0 || code === 0xe1 || (code >= 0xe3 && code <= 0xed)

/** The length of the letter that begins at `at`, in bytes; 0 if none does. */
export function letterAt(text: string, at: number): number {
  const lead = text.charCodeAt(at)
  const second = text.charCodeAt(at + 1)
  if (!isLead(lead) || !isTrail(second)) return 0
  if (lead < 0xe0) return lead === 0xc3 && (second === 0x97 || second === 0xb7) ? 0 : 2 // × and ÷
  return isTrail(text.charCodeAt(at + 2)) && !(lead === 0xe3 && second === 0x80) ? 3 : 0 // 「」、。
}

/** The length of the letter that ends before `end`. */
export function letterBefore(text: string, end: number): number {
  if (!isTrail(text.charCodeAt(end - 1))) return 0
  for (const length of [2, 3]) if (letterAt(text, end - length) === length) return length
  return 0
}

/** Does a letter of another script than the Latin one begin here? */
export const isForeign = (lead: number) => lead > 0xcd && lead !== 0xe1

/** Is there such a letter in the name? */
export const hasForeign = (name: string) => /[\xce-\xdf\xe0\xe3-\xed][\x80-\xbf]/.test(name)

/** The name as it is, but for the accents of Latin letters. */
export const withoutAccents = (name: string) =>
  name.replace(/(?:[\xc3-\xcd][\x80-\xbf]|\xe1[\x80-\xbf]{2})+/g, (letters) => {
    const text = Buffer.from(letters, 'latin1').toString()
    const plain = plainly(text)
    return text === text.toLowerCase() ? plain : plain.toUpperCase()
  })
