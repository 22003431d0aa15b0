import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SECTIONS } from '../../patterns/checklist.ts'
import type { Assessment, Checklist, PointState } from '../../src/checklist/assessment.ts'
import { browser, built, CHROMIUM, violations } from '../helpers/page.ts'
import { MADE } from '../helpers/reports.ts'

const STATES: readonly PointState[] = ['fails', 'look', 'holds', 'not here']
const HOSTILE = '<img src=x onerror=alert(1)>'

/** Every point, in each state by turns. */
const checklist: Checklist = {
  sections: SECTIONS.map(({ title, points }) => ({
    title,
    points: points.map(({ id, text, look }, i): Assessment => {
      const state = STATES[i % STATES.length] ?? 'look'
      const place = { path: `src/${'folder/'.repeat(i)}${HOSTILE}`, line: i, says: HOSTILE, remedy: 'Mend it.' }
      return { id, text, look, state, because: 'it was seen', evidence: state === 'fails' ? [place, place] : [] }
    }),
  })),
}

describe(`the checklist as a page in ${CHROMIUM ?? 'Chromium, which is not on this machine'}`, { timeout: 60_000 }, () => {
  let page: string
  let chromium: Browser

  beforeAll(async () => {
    if (!CHROMIUM) return
    const { checklistHtml } = await built<typeof import('../../src/report/checklist/html.ts')>('src/report/checklist/html.ts')
    page = checklistHtml(checklist, MADE)
    chromium = await browser()
  }, 120_000)

  afterAll(() => chromium?.close())

  it.runIf(CHROMIUM).each([
    [400, false],
    [400, true],
    [1000, false],
    [1000, true],
    [1600, false],
    [1600, true],
  ])('is accessible, keeps to its width, and loads nothing: %i px, dark %s', async (width, dark) => {
    const context = await chromium.newContext({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' })
    const at = await context.newPage()
    const asked: string[] = []
    at.on('request', (request) => void asked.push(request.url()))
    await at.setContent(page)
    expect(await violations(at)).toEqual([])
    expect(await at.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(asked).toEqual([])
    expect(await at.locator('li[id]').count()).toBe(SECTIONS.flatMap(({ points }) => points).length)
    expect(await at.locator('img').count()).toBe(0)
    await context.close()
  })
})
