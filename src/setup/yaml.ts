/** Locates sections in the text of a YAML file: enough to insert lines without touching the others. */
import { defaultLoaders } from 'cosmiconfig'

/** The parsed data; undefined if it is not YAML, or has several documents. */
export function yaml(path: string, text: string): unknown {
  try {
    return defaultLoaders['.yaml'](path, text) ?? {}
  } catch {
    return undefined
  }
}

/** The data of each document, without application-specific tags; undefined if it is not YAML, like a template. */
export function documents(path: string, text: string): unknown[] | undefined {
  const parts = text.replace(/(^|[\s:[,])![A-Za-z][\w/.:-]*(?=\s)/gm, '$1').split(/^---(?=\s|$)/m)
  const said = parts.filter((part) => part.trim() !== '').map((part) => yaml(path, part))
  return said.includes(undefined) ? undefined : said
}

/** A key with its value on the lines below it, or `inline`, with the value on its own line. Offsets are starts of lines. */
export interface Section {
  readonly inline: boolean
  /** Start of its first line with content, comments skipped; if there is none, the end of the key's line. */
  readonly first: number
  /** After its last line with content. */
  readonly end: number
  /** Of its lines with content. */
  readonly indent: string
}

/** The section of a key among the lines of `within`, or at the top level of the file. */
export function section(text: string, key: string, within?: Section): Section | undefined {
  const from = within?.first ?? 0
  const indent = within?.indent ?? ''
  const head = new RegExp(`^${indent}(["']?)${key}\\1[ \\t]*:(?=[ \\t\\r\\n]|$)[ \\t]*([^\\r\\n]*?)[ \\t]*\\r?(?:\\n|$)`, 'm').exec(
    text.slice(from, within?.end),
  )
  if (!head) return undefined
  const start = from + head.index + head[0].length
  return { inline: head[2] !== '' && !head[2]?.startsWith('#'), ...below(text, start, indent) }
}

/** The lines that belong to a key at `indent`: deeper ones, or list items at the same depth. */
function below(text: string, start: number, indent: string): Pick<Section, 'first' | 'end' | 'indent'> {
  let [first, end, depth] = [-1, start, '']
  for (const line of text.slice(start).matchAll(/[^\n]*(?:\n|$)/g)) {
    const [, space = '', content = ''] = /^([ \t]*)(.*?)\r?\n?$/.exec(line[0]) ?? []
    if (content === '' || content.startsWith('#')) continue
    if (space.length < indent.length || (space.length === indent.length && !/^-(?:\s|$)/.test(content))) break
    if (first < 0) [first, depth] = [start + line.index, space]
    end = start + line.index + line[0].length
  }
  return { first: first < 0 ? start : first, end, indent: depth }
}
