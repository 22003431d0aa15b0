/** Literals that do not end at the next quote: raw strings, `%q(…)` and the like, here documents of one line. */
import { byteSet } from './bytes.ts'
import { matchAt } from './sticky.ts'
import type { Value } from './value.ts'

/** The last group is the value. */
const FORMS: readonly RegExp[] = [
  // r#"…"# of Rust, #"…"# of Swift
  /(?:b?r)?(#{1,4})"([^"\n]{1,512})"\1/dy,
  // R"(…)" of C++
  /(?:u8|[uUL])?R"([^()\\\s"]{0,16})\(([^\n]{1,512}?)\)\1"/dy,
  // [[…]] of Lua; with blanks or commas it is a list of lists
  /\[(={0,4})\[([^[\]\s"',]{1,512})\]\1\]/dy,
  // %q(…) of Ruby, q{…} of Perl, ~s[…] of Elixir
  /(?:%[qQ]|qq?|~[sS])[ ]?\(([^()\n]{1,512})\)/dy,
  /(?:%[qQ]|qq?|~[sS])[ ]?\{([^{}\n]{1,512})\}/dy,
  /(?:%[qQ]|qq?|~[sS])[ ]?\[([^[\]\n]{1,512})\]/dy,
  /(?:%[qQ]|qq?|~[sS])([|!/])([^|!/\n]{1,512})\1/dy,
  // @' … '@ of PowerShell
  /@(["'])\r?\n([^\n]{1,512}?)\r?\n\1@/dy,
  // <<~END of Ruby, <<<'END' of PHP, <<-END of Terraform
  /<<[<~-]?[ \t]?(["']?)([A-Za-z_]\w{0,30})\1[;,)]{0,3}\r?\n[ \t]{0,40}(?=([^\s][^\n]{0,511}?)\r?\n[ \t]{0,40}\2\b)/dy,
]

const BEGINS = byteSet('#rbRuUL[%q~@<')

export function delimitedAt(text: string, at: number, syntax: Value['syntax']): Value | undefined {
  if (!BEGINS[text.charCodeAt(at)]) return undefined
  for (const form of FORMS) {
    const [start, end] = matchAt(form, text, at)?.indices?.at(-1) ?? []
    if (start !== undefined && end !== undefined) return { value: text.slice(start, end), start, end, syntax }
  }
  return undefined
}
