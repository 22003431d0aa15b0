import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/types.ts'
import { browser, built, CHROMIUM, violations } from '../helpers/page.ts'
import { HOSTILE, hostileReport, MADE, reportOf } from '../helpers/reports.ts'

const found = CHROMIUM !== undefined

describe(`the HTML report in ${CHROMIUM ?? 'Chromium, which is not on this machine'}`, { timeout: 60_000 }, () => {
  let html: typeof import('../../src/report/html.ts').html
  let chromium: Browser
  let folder: string

  beforeAll(async () => {
    if (!found) return
    folder = mkdtempSync(join(tmpdir(), 'leakgate-html-'))
    ;({ html } = await built<typeof import('../../src/report/html.ts')>('src/report/html.ts'))
    chromium = await browser()
  }, 120_000)

  afterAll(async () => {
    await chromium?.close()
    if (folder && existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  })

  /** `wrong`: whatever a page should not do. It fills up while the page is used. */
  async function opened(report: Report, options: { width?: number; dark?: boolean; hash?: string } = {}) {
    const { width = 1600, dark = false, hash = '' } = options
    const file = join(folder, `${report.verdicts.length}-${report.notes.length}.html`)
    writeFileSync(file, html(report, MADE))
    const context = await chromium.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => wrong.push(message.text()))
    page.on('dialog', (dialog) => wrong.push(dialog.message()))
    page.on('request', (request) => {
      if (request.url() !== `${pathToFileURL(file)}${hash}` && !request.url().startsWith('data:')) wrong.push(request.url())
    })
    await page.goto(`${pathToFileURL(file)}${hash}`)
    return { page, wrong, [Symbol.asyncDispose]: () => context.close() }
  }

  const told = (page: Page) => page.locator('#told').textContent()
  const rows = (page: Page) => page.locator('.body [role=row]')
  const tick = (page: Page, name: string) => page.locator('.choice', { hasText: name }).locator('input').check()

  it.runIf(found).each([
    [400, false, 40],
    [400, true, 40],
    [1000, false, 40],
    [1000, true, 40],
    [1600, false, 40],
    [1600, true, 40],
    [1600, false, 10_000],
  ])('is accessible, keeps to its width, and loads nothing: %i px, dark %s, %i findings', async (width, dark, size) => {
    await using at = await opened(reportOf(size), { width, dark })
    expect(await violations(at.page)).toEqual([])
    expect(await at.page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await rows(at.page).first().click()
    await at.page.locator('#detail h2').waitFor()
    expect(await violations(at.page)).toEqual([])
    expect(at.wrong).toEqual([])
  })

  it.runIf(found)('shows what would be HTML as text, wherever it stands', async () => {
    await using at = await opened(hostileReport())
    const { page, wrong } = at
    await page.locator('.body [role=row]', { hasText: '<i>Title</i>' }).click()
    expect(await page.locator('#detail .place').textContent()).toBe(`${HOSTILE.path}:3:1`)
    expect(await page.locator('#detail pre code').textContent()).toBe(HOSTILE.text)
    expect(await page.locator('#detail').textContent()).toContain('<u>Ann</u>')
    expect(await page.locator('header').textContent()).toContain('<script>document.title=7</script>')
    expect(await page.locator('a[href^="javascript:"], img, i:not(.bar i), u, s, q, body b:not(.tile b)').count()).toBe(0)
    expect(await page.title()).toMatch(/^\d secrets · leakgate$/)
    expect(wrong).toEqual([])
  })

  it.runIf(found)('has a policy that lets no other script run', async () => {
    await using at = await opened(reportOf(3))
    const broken = (act: string) =>
      at.page.evaluate(`new Promise((done) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective), { once: true })
        ${act}
      })`)
    const run = `const script = document.createElement('script'); script.append('document.title = "run"'); document.body.append(script)`
    expect(await broken(run)).toBe('require-trusted-types-for')
    expect(await broken(`fetch('https://example.com/').catch(() => {})`)).toBe('connect-src')
    expect(await broken(`document.body.append(Object.assign(new Image(), { src: 'https://example.com/a.png' }))`)).toBe('img-src')
    expect(await broken(`document.body.setAttribute('style', 'color: red')`)).toBe('style-src-attr')
    expect(await at.page.title()).toMatch(/secrets? · leakgate$/)
  })

  it.runIf(found)('narrows the list by severity, rule, author, folder, period and words, and says how many are left', async () => {
    const report = reportOf(400)
    const count = (holds: (finding: Report['verdicts'][number]['finding']) => boolean) =>
      `${report.verdicts.filter(({ finding }) => holds(finding)).length} of 400`
    await using at = await opened(report)
    const { page } = at
    const clear = () => page.locator('#clear').click()
    expect(await told(page)).toBe('400')
    await tick(page, 'Medium')
    expect(await told(page)).toBe(count(({ severity }) => severity === 'medium'))
    await tick(page, 'High')
    expect(await told(page)).toBe(count(({ severity }) => severity === 'medium' || severity === 'high'))
    await clear()
    await tick(page, 'Stripe secret key')
    await tick(page, 'Ann Example')
    expect(await told(page)).toBe(count(({ rule, author }) => rule === 'stripe-secret-key' && (author ?? '').startsWith('Ann')))
    await clear()
    await page.locator('.tile', { hasText: 'deploy/' }).click()
    expect(await told(page)).toBe(count(({ path }) => path.startsWith('deploy/')))
    await page.locator('#map nav button').first().click()
    expect(await told(page)).toBe('400')
    await page.locator('#search').fill('BILLING values')
    expect(await told(page)).toBe(count(({ path }) => path.includes('billing') && path.includes('values')))
    await clear()
    await page.locator('.bar').last().click()
    expect(await told(page)).toMatch(/^\d+ of 400$/)
    expect(await page.locator('.bar').last().getAttribute('aria-pressed')).toBe('true')
    await page.locator('#search').fill('nothing has this')
    expect(await told(page)).toBe('0 of 400')
    expect(await violations(page)).toEqual([])
  })

  it.runIf(found)('opens on the view that its address names', async () => {
    await using at = await opened(reportOf(40), { hash: '#severity=medium&order=path' })
    expect(await told(at.page)).toMatch(/ of 40$/)
    expect(await at.page.locator('#sort').inputValue()).toBe('path')
    expect(new Set(await at.page.locator('.body .severity').allTextContents())).toEqual(new Set(['medium']))
  })

  it.runIf(found)('sorts by the heads of its columns', async () => {
    await using at = await opened(reportOf(40))
    const dates = async () => (await at.page.locator('.body .when').allTextContents()).map((day) => Date.parse(day))
    await at.page.getByRole('columnheader', { name: 'Added' }).getByRole('button').click()
    expect(await dates()).toEqual((await dates()).sort((a, b) => b - a))
    await at.page.getByRole('columnheader', { name: 'Added' }).getByRole('button').click()
    expect(await dates()).toEqual((await dates()).sort((a, b) => a - b))
  })

  it.runIf(found)('is used by the keyboard alone', async () => {
    await using at = await opened(reportOf(400), { width: 1000 })
    const { page } = at
    const active = () => page.locator('#list').getAttribute('aria-activedescendant')
    await page.keyboard.press('/')
    await page.keyboard.type('stripe')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    expect(await active()).toBe('finding-2')
    await page.keyboard.press('End')
    await page.keyboard.press('k')
    expect(await active()).not.toBe('finding-1')
    await page.keyboard.press('Enter')
    expect(await page.locator('#detail').isVisible()).toBe(true)
    expect(await page.locator('#detail h2').textContent()).toBe('Stripe secret key')
    await page.keyboard.press('Escape')
    expect(await page.locator('#detail').isVisible()).toBe(false)
    await page.keyboard.press('Home')
    expect(await active()).toBe('finding-0')
  })

  it.runIf(found)('holds few of ten thousand rows at a time, and each when it is scrolled to', async () => {
    await using at = await opened(reportOf(10_000))
    const { page } = at
    for (const share of [0, 0.31, 0.77, 1]) {
      await page.evaluate(`scrollTo(0, document.body.scrollHeight * ${share})`)
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      expect(await rows(page).count()).toBeLessThan(80)
      const seen = await page.evaluate(`document.elementFromPoint(700, innerHeight - ${share === 1 ? 120 : 40}).closest('[role=row]')?.id`)
      if (share > 0) expect(seen).toMatch(/^finding-\d+$/)
    }
    await page.locator('#list').focus()
    await page.keyboard.press('End')
    expect(await page.locator('#finding-9999').isVisible()).toBe(true)
  })

  it.runIf(found)('goes from the system’s colours to light and dark, and remembers', async () => {
    await using at = await opened(reportOf(3), { dark: true })
    const paper = () => at.page.evaluate('getComputedStyle(document.body).backgroundColor')
    const dark = await paper()
    await at.page.locator('#theme').click()
    const light = await paper()
    expect(light).not.toBe(dark)
    await at.page.reload()
    expect(await paper()).toBe(light)
    await at.page.locator('#theme').click()
    expect(await paper()).toBe(dark)
  })

  it.runIf(found)('copies a command', async () => {
    await using at = await opened(reportOf(3))
    await at.page.getByRole('button', { name: 'Copy: npx leakgate explain' }).click()
    expect(await at.page.evaluate('navigator.clipboard.readText()')).toMatch(/^npx leakgate explain [0-9a-f]{12}$/)
  })

  it.runIf(found)('prints all findings, without what cannot be used on paper', async () => {
    await using at = await opened(reportOf(400))
    await at.page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    await at.page.emulateMedia({ media: 'print' })
    expect(await rows(at.page).count()).toBe(400)
    for (const part of ['#filters', '#detail', '#theme', '#search']) expect(await at.page.locator(part).isVisible()).toBe(false)
    await at.page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    const pages = (await at.page.pdf()).toString('latin1').match(/\/Type \/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(5)
  })

  it.runIf(found)('says that there is nothing, when there is nothing', async () => {
    await using at = await opened({ ...reportOf(0), coverage: [{ path: 'a', bytes: 1 }] })
    expect(await at.page.locator('h1').textContent()).toBe('No secrets')
    expect(await at.page.locator('main').textContent()).toContain('Nothing was found.')
    expect(await violations(at.page)).toEqual([])
    expect(at.wrong).toEqual([])
  })
})
