/** Names taken apart into words: whether a name's last words say that it holds a secret. */

/** Words that may follow without changing what a name holds: `PASSWORD_PROD`, `apiKey2`, `secret_value`. */
const TRAILING = new Set(
  'value val str string text txt plain plaintext raw default prod production dev development staging stage test testing live sandbox local qa uat env base64 b64 old new current admin root here'.split(
    ' ',
  ),
)

/** `dbUserPassword`, `DB_USER_PASSWORD` and `db.user-password` are `db user password`; `APIKey` is `api key`. */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) => word.split(/(?<=\D)(?=\d+$)/))
    .filter(Boolean)
}

/** Is the name's last word (or are its last words) `ending`? `ending` may be several words: `api key`. */
export function endsIn(words: readonly string[], ending: string): boolean {
  let last = words.length
  while (last > 1 && (TRAILING.has(words[last - 1] ?? '') || /^\d+$/.test(words[last - 1] ?? ''))) last--
  const wanted = ending.replaceAll(' ', '')
  let joined = ''
  for (let i = last - 1; i >= 0 && joined.length < wanted.length; i--) {
    joined = words[i] + joined
    if (joined === wanted) return true
  }
  return wanted.length >= 5 && joined.endsWith(wanted)
}
