import { describe, expect, it } from 'vitest'
import { audit } from '../../src/cli/audit.ts'
import { parsed } from '../../src/cli/command.ts'
import { targets } from '../../src/cli/targets.ts'

const of = (line: string) => targets(parsed(audit, line.split(' ').filter(Boolean)))

describe('where a report goes', () => {
  it.each([
    ['', [['terminal']]],
    ['--format json', [['json']]],
    ['--format json --output -', [['json']]],
    ['--output - --output a.md', [['terminal'], ['markdown', 'a.md']]],
    ['--format sarif --output a.out', [['sarif', 'a.out']]],
    ['--output a.out --format sarif', [['sarif', 'a.out']]],
    ['--output report.html', [['html', 'report.html']]],
    ['--output=r/x.sarif.json', [['sarif', 'r/x.sarif.json']]],
    ['--output gl-secret-detection-report.json', [['gitlab', 'gl-secret-detection-report.json']]],
    [
      '--output A.HTM --output b.json --output c.jsonl --output d.xml --output e.md --output f.txt',
      [
        ['html', 'A.HTM'],
        ['json', 'b.json'],
        ['jsonl', 'c.jsonl'],
        ['junit', 'd.xml'],
        ['markdown', 'e.md'],
        ['terminal', 'f.txt'],
      ],
    ],
    [
      '--format sarif --output a.sarif --format html --output a.html',
      [
        ['sarif', 'a.sarif'],
        ['html', 'a.html'],
      ],
    ],
    ['--format github --format sarif --output a.sarif', [['github'], ['sarif', 'a.sarif']]],
    ['--format sarif --output a.sarif --output b.html --format terminal', [['sarif', 'a.sarif'], ['html', 'b.html'], ['terminal']]],
  ])('audit %s', (line, wanted) => {
    expect(of(line).map(({ format, file }) => (file === undefined ? [format] : [format, file]))).toEqual(wanted)
  })

  it.each([
    ['--format jsn', /There is no format jsn\. Did you mean json/],
    ['--output report', /The extension of report is no known format/],
    ['--format json --format sarif', /json and sarif cannot both go to standard output/],
    ['--format json --output a.x --format sarif --output ./a.x', /cannot both be written to \.\/a\.x/],
    ['--output', /--output needs a value/],
  ])('audit %s is refused before anything is read', (line, why) => {
    expect(() => of(line)).toThrow(why)
  })
})
