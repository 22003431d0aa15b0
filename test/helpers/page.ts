/** Pages as the build makes them, and a browser to look at it with, where there is one. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { type Page, chromium as playwright } from 'playwright-core'
import { pageInline } from '../../src/build/page.ts'

const require = createRequire(import.meta.url)
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Debian's, or the one that is named. */
export const CHROMIUM = [process.env.CHROMIUM ?? '', '/usr/bin/chromium'].find((path) => path !== '' && existsSync(path))

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const browser = () => playwright.launch({ executablePath: CHROMIUM ?? '', args: FLAGS, headless: true })

/** What a module of the report exports when its pages have their styles and scripts in them. */
export async function built<Module>(entry: string): Promise<Module> {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-page-'))
  try {
    const outfile = join(folder, 'html.mjs')
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      plugins: [pageInline()],
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of axe's rules: each broken one, with the first place. The page's own policy keeps axe out of it, so the browser lets it in. */
export async function violations(page: Page): Promise<string[]> {
  const found: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[] = await page.evaluate(
    `${AXE}; axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
