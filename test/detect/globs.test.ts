import ignore from 'ignore'
import { expect, it } from 'vitest'
import { rules } from '../../patterns/index.ts'
import { Globs } from '../../src/detect/globs.ts'

const ODD = ['[a/b]', 'a?c', 'x[', '[]a]x', '[[:alpha:]]x', 'a\\*b', '!c', '*', '**', 'd/', 'a b', '/top.txt', '*.[oa]']
const PATHS = [
  'a/b',
  'abc',
  'x[',
  'ax',
  'a*b',
  'c',
  'd/e',
  'a b',
  'top.txt',
  'in/top.txt',
  'f.o',
  'F.A',
  'k8s/a/b.yml',
  '.env.prod/x',
  'ID_RSA',
]

const fitting = (glob: string) =>
  glob
    .replace(/^[!/]|\/$/g, '')
    .replace(/\*+/g, 'q')
    .replace(/\?|\[[^\]]*\]/g, '7')

it('fits what all of it fits: the quick look leaves no path out', () => {
  for (const globs of [...rules.flatMap(({ path }) => (path ? [path] : [])), ...ODD.map((glob) => [glob])]) {
    const [own, theirs] = [new Globs(globs), ignore().add(globs.join('\n'))]
    const made = globs.map(fitting).flatMap((path) => [path, `in/${path}`, `${path}/in`, path.toUpperCase()])
    for (const path of [...PATHS, ...made].filter((path) => path && ignore.isPathValid(path)))
      if (own.fit(path) !== theirs.ignores(path)) expect.fail(`${globs.join(' ')} for ${path}`)
  }
})
