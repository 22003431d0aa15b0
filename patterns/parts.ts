/** Parts of patterns that several families need. */
import { raw } from './sources.ts'

/**
 * The token is not the middle of a longer text in Base64: no `+` stands before it, unless that is the sign of a diff's line, and no `/`,
 * unless that ends a short segment of a URL. Written behind the rule's own boundary: `(?<![\w-])${APART}`.
 */
export const APART = raw`(?<![^\n]\+|(?<!/[a-z]\w{0,9})/)`

/** A dollar that opens no variable. */
export const DOLLAR = raw`\$(?![{([A-Za-z_])`

/** A character of a quoted password that is written out: no escape, no variable, no template. `no`: which others it cannot be. */
export const written = (no = '') => raw`(?:[^\s"'\x60$\\{}<>${no}]|${DOLLAR})`

/** Arguments of a command, up to this number of them. */
export const upTo = (most: number) => raw`(?:[^\s|;&]{1,120}[ \t]{1,4}){0,${most}}?`

/** The first character of a value in a command: that of no option, path or reference. */
export const FIRST = raw`[^\s"'\x60$<{%|;&()\\*/-]`
