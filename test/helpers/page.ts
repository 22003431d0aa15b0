/** The HTML report as the build makes it, and a browser to look at it with, where there is one. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { chromium as playwright } from 'playwright-core'
import { pageInline } from '../../src/build/page.ts'

type Html = typeof import('../../src/report/html.ts').html

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

export async function builtHtml(): Promise<Html> {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-page-'))
  try {
    const outfile = join(folder, 'html.mjs')
    const entryPoints = ['src/report/html.ts']
    await build({
      entryPoints,
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      plugins: [pageInline()],
    })
    const made: { readonly html: Html } = await import(pathToFileURL(outfile).href)
    return made.html
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
