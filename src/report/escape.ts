/** Escapes text for the languages of reports. */

/** For HTML, between tags and in attributes. */
export const html = (text: string) => text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`)

/** For XML, which cannot represent most control characters. White space is preserved in attributes, too. */
export const xml = (text: string) =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"'\t\n\r]/g, (symbol) => `&#${symbol.charCodeAt(0)};`)

/** As a data block of an HTML page: cannot end the block, and remains valid JSON. */
export const block = (value: unknown) =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (symbol) => `\\u${symbol.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** As Markdown text: contains no markup, link or HTML. */
export const words = (text: string) => text.replace(/[\\`*_[\]<>#|~&$!]/g, (symbol) => `\\${symbol}`).replace(/\s+/g, ' ')

/** As Markdown code, on one line. The fence is longer than any run of backticks in it. */
export function code(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  const inner = text.replace(/\s/g, ' ')
  const pad = /^`|`$|^ .* $/.test(inner) ? ' ' : ''
  return `${fence}${pad}${inner}${pad}${fence}`
}
