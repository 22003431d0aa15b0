import { describe, expect, it } from 'vitest'
import type { Assessment, Checklist } from '../../src/checklist/assessment.ts'
import { CHECKLIST_FORMATS } from '../../src/report/checklist/formats.ts'
import { checklistTerminal } from '../../src/report/checklist/terminal.ts'
import { style } from '../../src/report/style.ts'
import { MADE } from '../helpers/reports.ts'

const point = (state: Assessment['state'], more: Partial<Assessment> = {}): Assessment => ({
  id: `point-${state.replace(' ', '-')}`,
  text: `A point that ${state}`,
  state,
  because: 'it was seen',
  evidence: [],
  look: 'git grep | head',
  ...more,
})

const hostile = '<img src=x onerror=alert(1)>\u001b[2J`*'
const fails = point('fails', {
  text: hostile,
  evidence: [
    { path: `src/${hostile}`, line: 3, says: hostile, remedy: 'Mend it.' },
    { path: 'app.js', line: 4, says: 'again', remedy: 'Mend it.' },
  ],
})

const checklist: Checklist = {
  sections: [
    { title: 'First', points: [fails, point('holds')] },
    { title: 'Second', points: [point('look'), point('not here')] },
  ],
}

const as = (format: string) => CHECKLIST_FORMATS[format]?.(checklist, MADE) ?? ''

describe('a checklist', () => {
  it('on a terminal: a word for each state, evidence and remedy, where to look', () => {
    const text = checklistTerminal(checklist, style(false, 80))
    for (const words of [
      '✖ fails',
      '✔ holds',
      '? look',
      '– not here',
      'app.js:4',
      '→ Mend it.',
      '→ git grep | head',
      '1 point fails; 1 hold',
    ])
      expect(text).toContain(words)
    expect(text.match(/Mend it/g)).toHaveLength(1)
    expect(text).not.toContain('\u001b')
  })

  it.each([40, 80, 200])('fits in %i columns', (width) => {
    const long: Checklist = {
      sections: [{ title: 'One', points: [point('look', { text: 'many words '.repeat(30), because: 'why '.repeat(60) })] }],
    }
    for (const line of checklistTerminal(long, style(false, width)).split('\n')) expect(line.length).toBeLessThanOrEqual(width)
  })

  it('in markdown: tasks, those done that need nothing', () => {
    const text = as('markdown')
    expect(text).toContain('- [x] A point that holds: it was seen')
    expect(text).toContain('- [x] ~~A point that not here~~')
    expect(text).toContain('- [ ] A point that look')
    expect(text).toContain('\\<img src=x')
    expect(text).not.toContain('\u001b')
  })

  it('in JSON: all of it', () => {
    expect(JSON.parse(as('json'))).toEqual({ summary: { holds: 1, fails: 1, look: 1, not_here: 1 }, sections: checklist.sections })
  })

  it('as a page: no script, nothing loaded, text as text', () => {
    const text = as('html')
    expect(text).toContain("default-src 'none'")
    expect(text).not.toMatch(/<script|<img|onerror=a[^&]*>|\u001b| src="| href="(?!data:)/)
    expect(text).toContain('&#60;img src=x')
    expect(text).toContain('id="point-look"')
  })
})
