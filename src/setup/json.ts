/** Edits of JSON text that can be undone byte for byte: the syntax tree gives the place, and only our own text is added or removed. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { eolOf } from './block.ts'

/** Undefined if it is not JSON; comments and trailing commas are allowed. */
export function jsonTree(text: string): Node | undefined {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  return errors.length > 0 ? undefined : tree
}

export const nodeAt = (tree: Node | undefined, ...path: readonly (string | number)[]) =>
  tree ? findNodeAtLocation(tree, [...path]) : undefined

/** Adds `content` as the first property of an object or item of a list, formatted like the current first one. */
export function withFirst(text: string, parent: Node, content: string): string {
  const at = parent.offset + 1
  const [first] = parent.children ?? []
  if (!first) return `${text.slice(0, at)}${content}${text.slice(at)}`
  const indent = /\n([ \t]*)$/.exec(text.slice(at, first.offset))?.[1]
  const lead = indent === undefined ? text.slice(at, first.offset) : eolOf(text) + indent
  return `${text.slice(0, at)}${lead}${content},${text.slice(at)}`
}

/** Removes a property or item, its comma, and the white space before it. */
export function withoutNode(text: string, { offset, length }: Node): string {
  const before = text.slice(0, offset).trimEnd()
  const after = text.slice(offset + length)
  const comma = /^\s*,/.exec(after)
  return (comma || !before.endsWith(',') ? before : before.slice(0, -1)) + after.slice(comma?.[0].length ?? 0)
}

/** The JSON string without its quotes. */
export const raw = (text: string) => JSON.stringify(text).slice(1, -1)
