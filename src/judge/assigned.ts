/** A value without a shape, assigned to a telling name: is it a secret? */
import type { Candidate } from '../types.ts'
import { placeholder } from './placeholder.ts'
import { randomness } from './randomness.ts'

export interface Opinion {
  readonly confidence: number
  readonly reasons: readonly string[]
}

/** Source code, in which a bare value is an expression and no text. */
const CODE = /\.(?:[cm]?[jt]sx?|py|pyi|go|rs|java|kts?|scala|groovy|cs|fs|vb|rb|php|swift|mm?|c|cc|cpp|cxx|h|hh|hpp|dart|lua|pl|pm|r|jl|ex|exs|erl|hs|clj|sol|vue|svelte|html?|jsp|cshtml|css|scss|less)$/i
/** Where values stand for show. */
const SHOW = /(?:^|\/)(?:tests?|__tests__|spec|specs|testdata|fixtures?|examples?|samples?|docs?|mocks?|__mocks__|demo|demos|e2e|cypress|testing)\/|[._-](?:test|spec|example|sample|mock)s?\.\w+$|(?:^|\/)(?:test_|README|CHANGELOG)|\.md$|\.rst$/i

export function assignedValue({ path, secret, context }: Candidate): Opinion {
  const kind = placeholder(secret) ?? notSecret(secret, context.syntax ?? 'bare', CODE.test(path), context.name ?? '')
  if (kind) return { confidence: 0.05, reasons: [`looks like ${kind}`] }
  const bits = randomness(secret)
  const show = SHOW.test(path)
  const wanted = context.syntax === 'prose' || context.syntax === 'argument' || context.syntax === 'bare' ? 20 : 14
  const reasons = [`randomness ${bits.toFixed(0)} bits, at least ${show ? wanted * 2 : wanted} wanted${show ? ' in a place for examples' : ''}`]
  return { confidence: bits >= (show ? wanted * 2 : wanted) ? 0.75 : 0.3, reasons }
}

/** What else stands to the right of a name like `password`: code, a label, another kind of text. */
function notSecret(value: string, syntax: string, code: boolean, name: string): string | undefined {
  if (value.length < 5) return 'too short a text'
  if (syntax === 'bare' && code && !/^(?=.*\d)(?=.*[a-zA-Z])[\w+/=-]{16,}$/.test(value)) return 'code'
  if (/[()[\]{};]|=>|->|::|&&|\|\|/.test(value) && (syntax === 'bare' || /^\w+[([.]/.test(value))) return 'code'
  if (/^(?:https?|ftp|file|wss?|git|ssh|jdbc|mongodb|redis|amqp|postgres\w*|mysql):/i.test(value) || /^\/\/\w/.test(value)) return 'a URL'
  if (/^(?:[a-z]:)?(?:\.{0,2}[/\\~])[\w./\\-]+$/i.test(value) || /^[\w.-]+(?:\/[\w.-]+)+\.\w{1,6}$/.test(value)) return 'a path'
  if (/\s/.test(value) && (/^\S+(?:\s+\S+){2,}/.test(value) || /[a-z]\s+[a-z]/i.test(value))) return 'prose'
  if (/^[a-z]+(?:[._-][a-z]+)*$/.test(value) && randomness(value) < value.length * 1.6) return 'a word or identifier'
  if (/^[A-Z]+(?:_[A-Z\d]+)*$/.test(value) && value.includes('_')) return 'a constant'
  if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(value) || /^(?:[A-Z][a-z]+)+$/.test(value)) return 'an identifier'
  if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value)) return 'a member of something'
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value) && !/secret|key|token|pass/i.test(name)) return 'a UUID'
  if (/^\d{1,4}(?:[.,:/-]\d{1,4}){1,5}$/.test(value) || /^\d{1,9}(?:px|em|ms|s|m|h|d|%)?$/.test(value)) return 'a number, date or version'
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value)) return 'an e-mail address'
  if (/^(?:text|image|audio|video|application|multipart)\/[\w.+-]+$/.test(value)) return 'a media type'
  if (/^#?[0-9a-f]{6}$/i.test(value) && value.startsWith('#')) return 'a colour'
  if (/[<>]/.test(value) && /<\/?\w+/.test(value)) return 'markup'
  if (/^\$(?:2[abxy]?|1|5|6|argon2\w*|pbkdf2[\w-]*)\$/.test(value)) return 'a password hash'
  if (/^[?:@]\w+$/.test(value)) return 'a parameter'
  if (/\\[wdsWDSbB]|\[\^|\(\?|\{\d,/.test(value)) return 'a pattern'
  if (/%[sdvq@]|\{\}|\{\w+\}/.test(value)) return 'a template'
  return undefined
}
