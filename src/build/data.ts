/** The data shared by the bundles: rules, their book, the model. In separate files, so that a commit reads only what it needs. */
import { dirname } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Plugin } from 'esbuild'
import { rules } from '../../patterns/index.ts'
import * as model from '../../patterns/model.ts'
import * as words from '../../patterns/words.ts'
import { compileBook } from '../detect/rules.ts'

/**
 * Replaces the rules by a precomputed book. A commit that comes near no rule needs only the automaton; the parts of rules for the engine
 * and for people are in separate files, shared by all bundles.
 */
export function builtinBook(): Plugin {
  return {
    name: 'builtin-book',
    setup(build) {
      build.onLoad({ filter: /[\\/]patterns[\\/]index\.ts$/ }, () => ({ contents: tableCode(), loader: 'js' }))
      build.onLoad({ filter: /[\\/]detect[\\/]builtin\.ts$/ }, ({ path }) => ({
        contents: bookCode(),
        loader: 'js',
        resolveDir: dirname(path),
      }))
    },
  }
}

/**
 * The parts of rules for people, title, remedy and link: dist/texts.br. Compressed, as a package is downloaded far more often than a commit
 * is refused.
 */
export const ruleTexts = () => brotliCompressSync(JSON.stringify(rules.map(({ title, remedy, link = '' }) => [title, remedy, link])))

/**
 * The parts of rules for the engine: dist/facts.bin. Each is JSON of its own, so that a commit parses only the rules it comes near, and
 * written backwards: forwards, scanners of a user's repository take patterns for what they match, this one included. No examples.
 */
export const ruleFacts = () => Buffer.concat(facts())

const facts = () =>
  rules.map(({ title: _, remedy: __, link: ___, pattern, catches: ____, spares: _____, ...facts }) =>
    Buffer.from(JSON.stringify({ facts, ...(pattern ? { pattern: [pattern.source, pattern.flags] } : {}) })).reverse(),
  )

/** The start of each rule in `ruleFacts`, and the end, in bytes, as 32-bit numbers: dist/rules.bin. */
export function ruleIndex(): Buffer {
  const starts = [0]
  for (const { length } of facts()) starts.push((starts.at(-1) ?? 0) + length)
  const index = Buffer.alloc(4 * starts.length)
  starts.forEach((start, i) => void index.writeUInt32LE(start, 4 * i))
  return index
}

/** A stand-in for the `rules` array: a rule is read when first needed, the texts when one of them is to be shown. */
function tableCode(): string {
  return String.raw`
const once = (make) => { let made; return () => (made ??= make()) }
const { openSync, readFileSync, readSync } = require('node:fs')
const at = (name) => require('node:path').join(__dirname, name)
const rows = once(() => openSync(at('facts.bin')))
const starts = once(() => readFileSync(at('rules.bin')))
function row(number) {
  const start = starts().readUInt32LE(4 * number)
  const bytes = Buffer.allocUnsafe(starts().readUInt32LE(4 * number + 4) - start)
  readSync(rows(), bytes, 0, bytes.length, start)
  return bytes.reverse().toString()
}
const texts = once(() => JSON.parse(require('node:zlib').brotliDecompressSync(readFileSync(at('texts.br')))))
class Rule {
  #number
  #form
  #pattern
  constructor(number) {
    const { facts, pattern } = JSON.parse(row(number))
    this.#number = number
    this.#form = pattern
    Object.assign(this, facts)
    this.catches = []
    this.spares = []
  }
  get title() { return texts()[this.#number][0] }
  get remedy() { return texts()[this.#number][1] }
  get link() { return texts()[this.#number][2] || undefined }
  get pattern() { return (this.#pattern ??= this.#form && new RegExp(...this.#form)) }
}
const known = []
const rule = (number) => (known[number] ??= new Rule(number))
const all = once(() => Array.from({ length: ${rules.length} }, (_, number) => rule(number)))
export const rules = new Proxy([], { has: (_, key) => Reflect.has(all(), key), get: (_, key) => (typeof key === 'string' && /^\d+$/.test(key) ? (key < ${rules.length} ? rule(Number(key)) : undefined) : Reflect.get(all(), key)) })`
}

function bookCode(): string {
  return `import { rules } from '../../patterns/index.ts'
import { Book } from './book.ts'
const file = require('node:fs').readFileSync(require('node:path').join(__dirname, 'book.bin'))
const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length)
function sums(steps) {
  for (let i = 1; i < steps.length; i++) steps[i] += steps[i - 1]
  return steps
}
export const builtin = new Book(rules, ${dataCode(compileBook(rules), { bytes: 0 })})`
}

/** The book's typed arrays, concatenated, each at an even offset: dist/book.bin. Ascending numbers are stored as steps, which compress well. */
export function bookBytes(): Buffer {
  return Buffer.concat(
    arrays(compileBook(rules)).flatMap((array) => {
      const { buffer, byteOffset, byteLength } = isAscending(array) ? array.map((number, i) => number - (array[i - 1] ?? 0)) : array
      return [Buffer.from(buffer, byteOffset, byteLength), Buffer.alloc(byteLength & 1)]
    }),
  )
}

type Numbers = Uint8Array | Uint16Array

const isAscending = (array: Numbers) => array instanceof Uint16Array && array.every((number, i) => number >= (array[i - 1] ?? 0))

const isNumbers = (value: unknown): value is Numbers => value instanceof Uint8Array || value instanceof Uint16Array

const arrays = (data: object): Numbers[] =>
  Object.values(data).flatMap((value) => (isNumbers(value) ? [value] : isPlain(value) ? arrays(value) : []))

/** Parsing a long list from a text takes less time than running it as code. */
const parsed = (value: unknown) => (Array.isArray(value) ? `JSON.parse(${JSON.stringify(JSON.stringify(value))})` : JSON.stringify(value))

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumbers(value)

/** The book's code: its typed arrays are views of that file, in the order of `bookBytes`. */
function dataCode(data: object, place: { bytes: number }): string {
  const fields = Object.entries(data).map(([key, value]) => {
    if (isPlain(value)) return `${key}:${dataCode(value, place)}`
    if (!isNumbers(value)) return `${key}:${parsed(value)}`
    const view = `new ${value.constructor.name}(buffer,${place.bytes},${value.length})`
    place.bytes += value.byteLength + (value.byteLength & 1)
    return `${key}:${isAscending(value) ? `sums(${view})` : view}`
  })
  return `{${fields.join(',')}}`
}

/** Modules of data that only candidates need: read from a file when first used, not with the bundle. */
export function dataInFile(): Plugin {
  return {
    name: 'data-in-file',
    setup(build) {
      build.onResolve({ filter: /patterns[\\/](?:model|words)\.ts$/ }, ({ path }) => ({
        path: path.includes('model') ? 'model' : 'words',
        namespace: 'data',
      }))
      build.onLoad({ filter: /.*/, namespace: 'data' }, ({ path }) => ({
        contents: lazyCode(path === 'model' ? model : words),
        loader: 'js',
      }))
    },
  }
}

const lazyCode = (module: object) => `
let made
const data = () => (made ??= JSON.parse(require('node:fs').readFileSync(require('node:path').join(__dirname, 'model.json'), 'utf8')))
${Object.keys(module)
  .map((name) => `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => data().${name} })`)
  .join('\n')}`

/** The model's data: dist/model.json. */
export const modelData = () => JSON.stringify({ ...model, ...words })
