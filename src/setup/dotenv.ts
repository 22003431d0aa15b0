/** An example of an env file: its keys, without values. Comments are omitted: they may contain anything. */

export function envExample(env: string, before: string | undefined, keysOf: (text: string) => readonly string[]): string {
  const known = new Set(keysOf(before ?? ''))
  const missing = keysOf(env).filter((key) => !known.has(key))
  if (missing.length === 0) return before ?? ''
  const head = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}\n`
  return `${head}${[...new Set(missing)].map((key) => `${key}=\n`).join('')}`
}
