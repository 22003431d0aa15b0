/**
 * Counts which character follows which in the words and identifiers of folders of source code and prose, and writes
 * patterns/language.ts. Usage: tsx src/build/train.ts FOLDER…   The same folders give the same file.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-./+='
const WIDTH = SYMBOLS.length + 1
/** Maximum cost in bits: an unseen pair is rare, not impossible. */
const DEAREST = 12
const TEXTS = /\.(?:[cm]?[jt]sx?|py|go|rs|java|rb|php|md|txt|c|h|cpp|cs|sh|ya?ml|toml|ini|html|css)$/

function main(folders: readonly string[]): void {
  const counts = new Float64Array(WIDTH * WIDTH).fill(0.2)
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
      const path = join(folder, name)
      if (TEXTS.test(name) && !/\.min\./.test(name) && statSync(path).isFile() && statSync(path).size < 300_000)
        count(readFileSync(path, 'latin1'), counts)
    }
  }
  writeFileSync('patterns/language.ts', render(counts))
}

/**
 * Counts words of at most 30 characters in lines that a person may have written. Each word counts once per file, as names recur by the
 * thousand.
 */
function count(text: string, counts: Float64Array): void {
  const words = new Set<string>()
  for (const line of text.split('\n'))
    if (line.length < 160) for (const word of line.match(/[\w./+=-]+/g) ?? []) if (word.length <= 30) words.add(word)
  for (const word of words) {
    let before = 0
    for (const symbol of word) {
      const after = SYMBOLS.indexOf(symbol) + 1
      counts[before * WIDTH + after] = (counts[before * WIDTH + after] ?? 0) + 1
      before = after
    }
  }
}

function render(counts: Float64Array): string {
  let costs = ''
  for (let before = 0; before < WIDTH; before++) {
    const row = counts.subarray(before * WIDTH, (before + 1) * WIDTH)
    const total = row.reduce((sum, one) => sum + one, 0)
    for (const one of row) costs += String.fromCharCode(35 + Math.round(Math.min(DEAREST, -Math.log2(one / total)) * 4))
  }
  const lines = costs.match(/.{1,100}/g)?.map((line) => `  '${line.replace(/[\\']/g, '\\$&')}'`) ?? []
  return `/**
 * The model of words and identifiers: which character follows which. Written by src/build/train.ts; read by src/judge/randomness.ts.
 * Row and column 0 stand for any other character and the beginning; a cell's character code less 35 is the cost in quarter bits.
 */
export const SYMBOLS = '${SYMBOLS}'
export const COSTS =
${lines.join(' +\n')}
`
}

main(process.argv.slice(2))
