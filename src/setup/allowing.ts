/** Adds an allowance to the text of a config, or renews the one of that fingerprint, preserving comments and formatting. */

import { applyEdits as applyJson, type FormattingOptions, findNodeAtLocation, modify, parseTree } from 'jsonc-parser'
import { UserError } from '../errors.ts'
import type { Allowance } from '../types.ts'
import { ended } from '../wording.ts'
import { isYaml } from './config.ts'
import type { Edit } from './edits.ts'

const FORMATTING: FormattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' }

const FRESH = `{
  "$schema": "./node_modules/leakgate/dist/schema.json",
  "allow": []
}
`

/** `before`: the text of the config; undefined if there is none yet. */
export function allowing(path: string, before: string | undefined, allowance: Allowance): Edit {
  const text = before ?? FRESH
  const after = isYaml(path, text) ? inYaml(text, allowance) : inJson(path, text, allowance)
  return { path, before, after, why: `allows ${allowance.fingerprint ?? allowance.rule}` }
}

function inJson(path: string, text: string, allowance: Allowance): string {
  const place = path.endsWith('package.json') ? ['leakgate', 'allow'] : ['allow']
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const tree = parseTree(text)
  const listed = (tree && findNodeAtLocation(tree, place)?.children) ?? []
  const known = listed.findIndex((one) => findNodeAtLocation(one, ['fingerprint'])?.value === allowance.fingerprint)
  if (allowance.fingerprint && known >= 0) return renewed(text, [...place, known], allowance, eol)
  const last = listed.at(-1)
  if (last) return behind(text, last.offset, last.offset + last.length, allowance, eol)
  const formattingOptions = { ...FORMATTING, insertSpaces: !/^\t/m.test(text), eol }
  return applyJson(text, modify(text, [...place, -1], allowance, { isArrayInsertion: true, formattingOptions }))
}

/** Gives an entry another reason and another last day. */
function renewed(text: string, place: readonly (string | number)[], { reason, expires }: Allowance, eol: string): string {
  const set = (text: string, key: string, value: string | undefined) =>
    applyJson(text, modify(text, [...place, key], value, { formattingOptions: { ...FORMATTING, insertSpaces: !/^\t/m.test(text), eol } }))
  return set(set(text, 'reason', reason), 'expires', expires)
}

/** What may follow an entry on its line: a comma, a comment. */
const REST = /^(?:[ \t]*(,))?[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/

/** Adds an entry after the last one of a list, which is at `start`..`end`: on its own line or on the same, as that one is. */
function behind(text: string, start: number, end: number, allowance: Allowance, eol: string): string {
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1]
  const found = REST.exec(text.slice(end))
  if (indent === undefined || !found) return `${text.slice(0, end)}, ${JSON.stringify(allowance)}${text.slice(end)}`
  const [rest, comma] = found
  const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  const entry = JSON.stringify(allowance, null, unit).replaceAll('\n', eol + indent)
  return `${text.slice(0, end)}${comma ? '' : ','}${rest}${eol}${indent}${entry}${comma ?? ''}${text.slice(end + rest.length)}`
}

/** Adds an item at the start of the block list `allow:`, which is created if needed. */
function inYaml(text: string, allowance: Allowance): string {
  const fields = Object.entries(allowance).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  if (allowance.fingerprint && new RegExp(`^[ \\t-]*fingerprint:[ \\t]*["']?${allowance.fingerprint}\\b`, 'm').test(text))
    throw new UserError(
      2,
      `${allowance.fingerprint} is in the config already, so it was not changed.`,
      `Change that entry by hand: { ${fields.join(', ')} }`,
    )
  const item = (indent: string) => fields.map((field, i) => `${indent}${i === 0 ? '- ' : '  '}${field}\n`).join('')
  const head = /^allow:[ \t]*(#[^\n]*)?\r?\n/m.exec(text)
  if (head) {
    const end = head.index + head[0].length
    const indent = /^([ \t]*)-/m.exec(text.slice(end))?.[1] ?? '  '
    return text.slice(0, end) + item(indent) + text.slice(end)
  }
  if (/^allow:/m.test(text))
    throw new UserError(2, 'The list "allow" is not a block list, so it was not changed.', `Add to it by hand: { ${fields.join(', ')} }`)
  return `${ended(text)}allow:\n${item('  ')}`
}
