/** Adds an allowance to the text of a config, or renews the one of that fingerprint, preserving comments and formatting. */

import { applyEdits as applyJson, type JSONPath, type ModificationOptions, modify, type Node, parseTree } from 'jsonc-parser'
import { UserError } from '../errors.ts'
import type { Allowance } from '../types.ts'
import { ended } from '../wording.ts'
import { eolOf } from './block.ts'
import { isYaml } from './config.ts'
import type { Edit } from './edits.ts'
import { nodeAt } from './json.ts'
import { section, yaml } from './yaml.ts'

const FRESH = `{
  "$schema": "./node_modules/leakgate/dist/schema.json",
  "allow": []
}
`

/** `before`: the text of the config; undefined if there is none yet. */
export function allowing(path: string, before: string | undefined, allowance: Allowance): Edit {
  const text = before ?? FRESH
  const after = isYaml(path, text) ? inYaml(path, text, allowance) : inJson(path, text, allowance)
  return { path, before, after, why: `allows ${allowance.fingerprint ?? allowance.rule}` }
}

function inJson(path: string, text: string, allowance: Allowance): string {
  const parent = path.endsWith('package.json') ? ['leakgate'] : []
  const place = [...parent, 'allow']
  const tree = parseTree(text)
  const list = nodeAt(tree, ...place)
  const known = (list?.children ?? []).findIndex((one) => nodeAt(one, 'fingerprint')?.value === allowance.fingerprint)
  if (allowance.fingerprint && known >= 0) return renewed(text, [...place, known], allowance)
  const last = (list ?? nodeAt(tree, ...parent))?.children?.at(-1)
  if (last) return list ? behind(text, last, allowance) : behind(text, last, [allowance], '"allow": ')
  return applyJson(text, modify(text, [...place, -1], allowance, { isArrayInsertion: true, ...layout(text, tree) }))
}

/** Gives an entry another reason and another last day. */
function renewed(text: string, place: JSONPath, { reason, expires }: Allowance): string {
  const how = layout(text, nodeAt(parseTree(text), ...place))
  const set = (text: string, key: string, value: string | undefined) => applyJson(text, modify(text, [...place, key], value, how))
  return set(set(text, 'reason', reason), 'expires', expires)
}

/** What is on one line stays on one: jsonc-parser formats all of the lines that it changes. */
const layout = (text: string, { offset = 0, length = 0 }: Partial<Node> = {}): ModificationOptions =>
  text.slice(offset, offset + length).includes('\n')
    ? { formattingOptions: { insertSpaces: !/^\t/m.test(text), tabSize: 2, eol: eolOf(text) } }
    : {}

/** What may follow an entry on its line: a comma, a comment. */
const REST = /^(?:[ \t]*(,))?[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/

/** Adds an entry or a property after the last one: on its own line or on the same, as that one is. */
function behind(text: string, last: Node, value: unknown, key = ''): string {
  const [start, end] = [last.offset, last.offset + last.length]
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1]
  const found = REST.exec(text.slice(end))
  if (indent === undefined || !found) return `${text.slice(0, end)}, ${key}${JSON.stringify(value)}${text.slice(end)}`
  const [rest, comma] = found
  const [eol, unit] = [eolOf(text), /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ']
  const entry = JSON.stringify(value, null, unit).replaceAll('\n', eol + indent)
  return `${text.slice(0, end)}${comma ? '' : ','}${rest}${eol}${indent}${key}${entry}${comma ?? ''}${text.slice(end + rest.length)}`
}

/** An empty list in brackets; what else is on its line can only be a comment. */
const EMPTY = /^((["']?)allow\2[ \t]*:)[ \t]*\[[ \t]*\](?=[ \t]*$|[ \t]+#)/m

/** Adds an item at the end of the block list `allow:`, which is created if needed, also from an empty list in brackets. */
function inYaml(path: string, before: string, allowance: Allowance): string {
  const text = before.replace(EMPTY, '$1')
  const fields = Object.entries(allowance).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  if (allowance.fingerprint && new RegExp(`^[ \\t-]*fingerprint:[ \\t]*["']?${allowance.fingerprint}\\b`, 'm').test(text))
    throw new UserError(
      2,
      `${allowance.fingerprint} is in the config already, so it was not changed.`,
      `Change that entry by hand: { ${fields.join(', ')} }`,
    )
  const list = section(text, 'allow')
  const end = list?.end ?? text.length
  const [lead, eol] = [list && list.first < end ? list.indent : '  ', eolOf(text)]
  const item = fields.map((field, i) => `${lead}${i === 0 ? '- ' : '  '}${field}${eol}`).join('')
  const after = `${ended(text.slice(0, end))}${list ? '' : `allow:${eol}`}${item}${text.slice(end)}`
  if (!list?.inline && yaml(path, after) !== undefined) return after
  throw new UserError(
    2,
    'The config is YAML that leakgate cannot add to, so it was not changed.',
    `Add to its list "allow" by hand: { ${fields.join(', ')} }`,
  )
}
