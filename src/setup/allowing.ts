/** An allowance into the config's text, its comments and formatting kept. */
import { applyEdits as applyJson, type FormattingOptions, modify } from 'jsonc-parser'
import { UserError } from '../errors.ts'
import type { Allowance, Edit } from '../types.ts'

const FORMATTING: FormattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' }

const FRESH = `{
  "$schema": "./node_modules/leakgate/dist/schema.json",
  "allow": []
}
`

/** `before`: the config's text, undefined while there is none. */
export function allowing(path: string, before: string | undefined, allowance: Allowance): Edit {
  const text = before ?? FRESH
  const after =
    /\.ya?ml$/.test(path) || (path.endsWith('rc') && !text.trimStart().startsWith('{'))
      ? inYaml(text, allowance)
      : inJson(path, text, allowance)
  return { path, before, after, why: `allows ${allowance.fingerprint ?? allowance.rule}` }
}

function inJson(path: string, text: string, allowance: Allowance): string {
  const at = path.endsWith('package.json') ? ['leakgate', 'allow', -1] : ['allow', -1]
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const tabs = /^\t/m.test(text)
  return applyJson(
    text,
    modify(text, at, allowance, { isArrayInsertion: true, formattingOptions: { ...FORMATTING, insertSpaces: !tabs, eol } }),
  )
}

/** A list item at the head of the block list `allow:`, which is made if there is none. */
function inYaml(text: string, allowance: Allowance): string {
  const fields = Object.entries(allowance).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  const item = (indent: string) => fields.map((field, i) => `${indent}${i === 0 ? '- ' : '  '}${field}\n`).join('')
  const head = /^allow:[ \t]*(#[^\n]*)?\r?\n/m.exec(text)
  if (head) {
    const end = head.index + head[0].length
    const indent = /^([ \t]*)-/m.exec(text.slice(end))?.[1] ?? '  '
    return text.slice(0, end) + item(indent) + text.slice(end)
  }
  if (/^allow:/m.test(text))
    throw new UserError(
      2,
      'The list "allow" is not written as a block list, and is left alone.',
      `Add to it by hand: { ${fields.join(', ')} }`,
    )
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}allow:\n${item('  ')}`
}
