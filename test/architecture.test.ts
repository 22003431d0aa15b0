import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Who may import whom. A place may import itself and what its row names, and nothing else. A row that names neither "node:" nor a row that
 * does is pure: no file, no clock, no process. Siblings never import each other; cli/ introduces them.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'patterns/': [],
  'src/types.ts': ['patterns/'],
  'src/errors.ts': [],
  'src/shell.ts': [],
  'src/wording.ts': [],
  'src/reason.ts': [],
  'src/fingerprint.ts': [],
  'src/gravity.ts': ['src/types.ts'],
  'src/record.ts': [],
  'src/search.ts': [],
  'src/suggest.ts': ['src/wording.ts'],
  'src/path.ts': [],
  'src/dotenv.ts': ['src/path.ts'],
  'src/detect/': ['src/types.ts', 'src/path.ts', 'src/search.ts', 'patterns/', 'ignore'],
  'src/judge/': [
    'src/types.ts',
    'src/path.ts',
    'src/search.ts',
    'src/record.ts',
    'src/reason.ts',
    'patterns/',
    'ignore',
    'node:crypto',
    'node:zlib',
  ],
  'src/checklist/': [
    'src/types.ts',
    'src/record.ts',
    'src/shell.ts',
    'src/wording.ts',
    'src/path.ts',
    'src/dotenv.ts',
    'src/detect/',
    'patterns/',
    'ignore',
  ],
  'src/report/': [
    'src/types.ts',
    'src/gravity.ts',
    'src/fingerprint.ts',
    'src/record.ts',
    'src/wording.ts',
    'src/path.ts',
    'src/dotenv.ts',
    'src/checklist/assessment.ts',
    'picocolors',
  ],
  'src/scan.ts': ['src/types.ts', 'src/detect/', 'src/judge/'],
  'src/settings.ts': ['src/types.ts', 'src/errors.ts', 'src/scan.ts', 'src/detect/', 'src/judge/', 'src/setup/'],
  // Workers read for themselves, each with its own git: bytes that went through the main thread would be copied, and wait for it.
  'src/unit.ts': ['src/types.ts'],
  'src/near.ts': [],
  'src/clean.ts': ['src/types.ts', 'src/path.ts', 'src/near.ts', 'src/scan.ts', 'src/detect/'],
  // Archives are collected and scanned entry by entry: what is unpacked is never all there at once.
  'src/packed.ts': ['src/types.ts', 'src/scan.ts', 'src/collect/'],
  'src/scanner.ts': ['src/types.ts', 'src/unit.ts', 'src/clean.ts', 'src/packed.ts', 'src/scan.ts', 'src/collect/'],
  'src/worker.ts': ['src/types.ts', 'src/unit.ts', 'src/errors.ts', 'src/scanner.ts', 'src/pool.ts', 'src/settings.ts', 'node:'],
  'src/pool.ts': ['src/unit.ts', 'src/errors.ts', 'node:'],
  'src/collect/': ['src/types.ts', 'src/record.ts', 'src/path.ts', 'src/unit.ts', 'src/errors.ts', 'simple-git', 'yauzl', 'node:'],
  'src/setup/': [
    'src/types.ts',
    'src/gravity.ts',
    'src/fingerprint.ts',
    'src/record.ts',
    'src/reason.ts',
    'src/suggest.ts',
    'src/errors.ts',
    'src/shell.ts',
    'src/wording.ts',
    'patterns/',
    'cosmiconfig',
    'execa',
    'ignore',
    'jsonc-parser',
    'node:',
  ],
  // What the hooks ask; it starts no thread and prints nothing.
  'src/gate/': [
    'src/types.ts',
    'src/reason.ts',
    'src/errors.ts',
    'src/shell.ts',
    'src/wording.ts',
    'src/settings.ts',
    'src/scan.ts',
    'src/packed.ts',
    'src/collect/',
    'src/detect/',
    'src/judge/',
    'src/setup/',
    'node:',
  ],
  'src/audit/': [
    'src/types.ts',
    'src/gravity.ts',
    'src/unit.ts',
    'src/errors.ts',
    'src/shell.ts',
    'src/wording.ts',
    'src/settings.ts',
    'src/scan.ts',
    'src/scanner.ts',
    'src/pool.ts',
    'src/gate/',
    'src/collect/',
    'src/judge/',
    'src/setup/',
    'package.json',
    'node:',
  ],
  'src/cli/': ['src/', 'patterns/', 'package.json', 'execa', 'node:'],
  'src/build/': ['src/', 'patterns/', 'package.json', 'esbuild', 'assemblyscript/asc', 'node:'],
}

const files = ['src', 'patterns'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.split('\\').join('/'))),
)

/** What a file imports, as paths from the top or names of packages. */
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:^|\n)(?:import|export)\b[^'"\n]*?from '([^']+)'|import\('([^']+)'\)|(?:^|\n)\} from '([^']+)'/g)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((name) =>
      name.startsWith('.')
        ? relative('.', join(dirname(file), name))
            .split('\\')
            .join('/')
        : name,
    )
}

const row = (file: string) => Object.keys(MAY_IMPORT).find((place) => file === place || (place.endsWith('/') && file.startsWith(place)))

/** Neither it nor what it may import names all of Node.js. */
const isPure = (place: string): boolean =>
  MAY_IMPORT[place]?.every((name) => name !== 'node:' && (!(name in MAY_IMPORT) || isPure(name))) ?? false

/** Without comments, and without texts: examples of rules are code, too. */
const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g, '')

describe('the architecture', () => {
  it.each(files)('%s has a row, and imports only what it names', (file) => {
    const place = row(file)
    expect(place).toBeDefined()
    const allowed = [place ?? '', ...(MAY_IMPORT[place ?? ''] ?? [])]
    const strangers = imports(file).filter((name) => !allowed.some((one) => name === one || (/[/:]$/.test(one) && name.startsWith(one))))
    expect(strangers).toEqual([])
  })

  it.each(files.filter((file) => isPure(row(file) ?? '')))('%s asks neither the process nor a clock', (file) => {
    expect(code(file).match(/\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bMath\.random\b/g)).toBeNull()
  })

  it.each(files.filter((file) => file.startsWith('src/')))('%s fits in a room of 200 lines', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(201)
  })
})
