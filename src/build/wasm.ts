/** Compiles src/detect/walk.as into src/detect/walk.ts: `npm run wasm`. The same source gives the same bytes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

const FOLDER = join(import.meta.dirname, '../detect')
const OPTIONS = ['--runtime', 'stub', '--importMemory', '--noAssert', '--enable', 'simd', '-O3', '--outFile', 'walk.wasm']

/** The text of walk.ts. */
export async function compiled(): Promise<string> {
  let wasm = ''
  const { error, stderr } = await asc.main(['walk.ts', ...OPTIONS], {
    readFile: (name) => (name === 'walk.ts' ? readFileSync(join(FOLDER, 'walk.as'), 'utf8') : null),
    writeFile: (_, contents) => {
      wasm = Buffer.from(contents).toString('base64')
    },
    listFiles: () => null,
  })
  if (error) throw new Error(`walk.as: ${stderr}`, { cause: error })
  return `/** walk.as, compiled to WebAssembly, in base64: \`npm run wasm\` writes it. */\nexport const WALK =\n  '${wasm}'\n`
}

if (process.argv[1] === import.meta.filename) writeFileSync(join(FOLDER, 'walk.ts'), await compiled())
