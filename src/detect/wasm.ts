/** An instance of walk.as, with its own memory. */
import { WALK } from './walk.ts'

/** Provided by Node.js, but missing from its types. */
declare const WebAssembly: {
  readonly Memory: new (pages: { readonly initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

const PAGE = 1 << 16

/** Where the lists of hits begin in the memory, in bytes. */
export const HITS = 512

/** It is not used for the first bytes, up to this many: for a commit, its startup costs more than it saves. */
export const FEW = 1 << 17

export interface Code {
  walk(text: number, quarter: number, table: number, row: number, lastPlain: number, longest: number): number
  rest(text: number, length: number, table: number, row: number, lastPlain: number): number
  runs(text: number, length: number, open: number, long: number): number
}

/** `size`: of the memory, in bytes. */
export function started(size: number): { readonly buffer: ArrayBuffer; readonly code: Code } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(WALK, 'base64')), { env: { memory } })
  return { buffer: memory.buffer, code: exports as Code }
}
