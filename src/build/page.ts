/** Inlines script and style of the HTML report into their placeholder module. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const FOLDER = 'src/report/html'

export function pageInline(): Plugin {
  return {
    name: 'page-inline',
    setup(outer) {
      outer.onLoad({ filter: /[\\/]report[\\/]html[\\/]inline\.ts$/ }, async () => {
        const [script, style] = await Promise.all([bundled(join(FOLDER, 'client/main.ts')), bundled(join(FOLDER, 'page.css'))])
        const hashes = { script: hash(script), style: hash(style) }
        return { contents: `export const inline = ${JSON.stringify({ script, style, hashes })}`, loader: 'js' }
      })
    },
  }
}

/** For browsers that support light-dark() and color-mix(), from 2024 on. The text cannot end the element that contains it. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'none',
    logLevel: 'warning',
  })
  return (outputFiles[0]?.text ?? '').trim().replaceAll('</', '<\\/')
}

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
