import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL, FACETS, fromHash, items, narrowed, sorted, toHash } from '../../src/report/html/client/filter.ts'
import { periods } from '../../src/report/html/client/periods.ts'
import { boxes, placesIn } from '../../src/report/html/client/squares.ts'
import { pageData } from '../../src/report/html/data.ts'
import { reportOf } from '../helpers/reports.ts'

const { kinds, rows } = pageData(reportOf(300))
const all = items(kinds, rows)

describe('a view of the HTML report', () => {
  it('comes back from its address', () => {
    const facet = fc.uniqueArray(fc.string({ minLength: 1 }))
    const views = fc.record({
      text: fc.string(),
      folder: fc.string(),
      severity: facet,
      outcome: facet,
      rule: facet,
      author: facet,
      still: facet,
    })
    fc.assert(
      fc.property(views, ({ text, folder, ...sets }) => {
        const filter = { ...ALL, text, folder, ...Object.fromEntries(FACETS.map((name) => [name, new Set(sets[name])])), period: undefined }
        expect(fromHash(`#${toHash(filter, 'path')}`)).toEqual({ filter, order: 'path' })
      }),
    )
  })

  it.each(['#order=constructor', '#period=x-y', '#period=9-3', '#%', '#severity'])('of the odd address %s is still a view', (hash) => {
    expect(fromHash(hash).order).toBe('severity')
    expect(fromHash(hash).filter.period).toBeUndefined()
  })

  it('has the gravest refusals first, unless asked otherwise', () => {
    expect(sorted(all, 'severity')[0]).toMatchObject({ outcome: 'blocked', severity: 'critical' })
    const paths = sorted(all, 'path').map(({ path }) => path)
    expect(paths).toEqual([...paths].sort())
  })

  it('counts a facet without its own choice', () => {
    const filter = { ...ALL, severity: new Set(['low']), rule: new Set(['npm-token']) }
    expect(narrowed(all, filter).found).toEqual([])
    expect(
      new Set(
        narrowed(all, filter)
          .but('severity')
          .map(({ rule }) => rule),
      ),
    ).toEqual(new Set(['npm-token']))
  })
})

describe('the timeline', () => {
  const time = (day: string) => Date.parse(`${day}T12:00:00Z`)

  it.each([
    ['one day', ['2026-03-04'], 1, '4 Mar 2026'],
    ['a month, by days', ['2026-03-01', '2026-03-31'], 31, '1 Mar 2026'],
    ['half a year, by weeks from Mondays', ['2026-01-01', '2026-06-30'], 27, 'week of 29 Dec 2025'],
    ['three years, by months', ['2023-11-20', '2026-11-24'], 37, 'November 2023'],
    ['ten years, by quarters', ['2016-02-01', '2025-12-01'], 40, 'Jan–Mar 2016'],
    ['fifty-seven years, by years', ['1970-01-01', '2026-01-01'], 57, '1970'],
  ])('of %s', (_, days, bars, first) => {
    const found = periods(days.map(time))
    expect([found.length, found[0]?.name]).toEqual([bars, first])
  })

  it('has no gap, and a place for each time', () => {
    const times = fc.array(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(times, (all) => {
        const found = periods(all)
        for (const [i, period] of found.entries()) if (i > 0) expect(period.from).toBe(found[i - 1]?.to)
        for (const time of all) expect(found.filter(({ from, to }) => from <= time && time < to)).toHaveLength(1)
      }),
    )
  })
})

describe('the map of folders', () => {
  it('counts what lies in a folder, and passes through one that holds but one', () => {
    const [one] = all
    if (!one) throw new Error('The report is empty')
    const found = ['a/b/x.ts', 'a/b/x.ts', 'a/b/c/y.ts'].map((path) => ({ ...one, path, severity: 'low' as const }))
    expect(placesIn(found, '')).toEqual([
      { path: 'a/b/x.ts', count: 2, grave: 0 },
      { path: 'a/b/c/', count: 1, grave: 0 },
    ])
  })

  it('gives each tile its share of the area, inside, and none over another', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(weights, fc.double({ min: 0.3, max: 6, noNaN: true }), (unsorted, ratio) => {
        const sizes = [...unsorted].sort((a, b) => b - a)
        const total = sizes.reduce((a, b) => a + b)
        const found = boxes(sizes, ratio)
        expect(found).toHaveLength(sizes.length)
        found.forEach(({ x, y, width, height }, i) => {
          expect((width * height) / 10_000).toBeCloseTo((sizes[i] ?? 0) / total, 6)
          expect(Math.min(x, y)).toBeGreaterThan(-1e-6)
          expect(Math.max(x + width, y + height)).toBeLessThan(100 + 1e-6)
        })
        expect(found.reduce((sum, { width, height }) => sum + width * height, 0)).toBeCloseTo(10_000, 3)
      }),
    )
  })
})
