/** Edits of a JSON text that can be taken back byte for byte: the tree says where, and nothing but our own text comes or goes. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { eolOf } from './block.ts'

/** Undefined if it is no JSON, comments and trailing commas allowed. */
export function jsonTree(text: string): Node | undefined {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  return errors.length > 0 ? undefined : tree
}

export const nodeAt = (tree: Node | undefined, ...path: readonly (string | number)[]) =>
  tree ? findNodeAtLocation(tree, [...path]) : undefined

/** `content` as the first property of an object or item of a list, laid out as the one that is first now. */
export function withFirst(text: string, parent: Node, content: string): string {
  const at = parent.offset + 1
  const [first] = parent.children ?? []
  if (!first) return `${text.slice(0, at)}${content}${text.slice(at)}`
  const indent = /\n([ \t]*)$/.exec(text.slice(at, first.offset))?.[1]
  const lead = indent === undefined ? text.slice(at, first.offset) : eolOf(text) + indent
  return `${text.slice(0, at)}${lead}${content},${text.slice(at)}`
}

/** Without a property or an item, its comma, and the white space before it. */
export function withoutNode(text: string, { offset, length }: Node): string {
  const before = text.slice(0, offset).trimEnd()
  const after = text.slice(offset + length)
  const comma = /^\s*,/.exec(after)
  return (comma || !before.endsWith(',') ? before : before.slice(0, -1)) + after.slice(comma?.[0].length ?? 0)
}

/** The text between the quotes. */
export const raw = (text: string) => JSON.stringify(text).slice(1, -1)
