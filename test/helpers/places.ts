/** Places in which a secret can lie in a repository, each planted once: `git log -p` sees eight of them. */
import type { Repo } from './repo.ts'
import { sample } from './sample.ts'

/** A token of its own for each place. */
export const token = (place: string) => sample('sk_live_{base62:24}', place)

type Plant = (here: Repo, secret: string) => void

export const PLACES: Readonly<Record<string, Plant>> = {
  'a file that was deleted later'(here, secret) {
    commit(here, 'plain.txt', secret)
    here.git('rm', '-q', 'plain.txt')
    here.git('commit', '-qm', 'without it')
  },
  'a file that attributes take out of diffs'(here, secret) {
    here.write('.gitattributes', '*.cfg -diff\n')
    commit(here, 'a.cfg', secret)
  },
  'a file with a zero byte'(here, secret) {
    commit(here, 'zero.txt', `a\0b ${secret}\n`)
  },
  'a file that became a link'(here, secret) {
    commit(here, 'turned', 'nothing\n')
    here.git('rm', '-q', 'turned')
    here.run('ln', '-s', `/srv/${secret}`, 'turned')
    here.git('add', 'turned')
    here.git('commit', '-qm', 'turned into a link')
  },
  'a merge, from neither side'(here, secret) {
    branch(here, 'evil', () => commit(here, 'side.txt', 'side\n'))
    commit(here, 'own.txt', 'own\n')
    here.git('merge', '-q', '--no-commit', 'evil')
    here.write('sneaked.txt', `${secret}\n`)
    here.git('add', '.')
    here.git('commit', '-qm', 'merge')
  },
  'the resolution of a conflict'(here, secret) {
    commit(here, 'both.txt', 'one\n')
    branch(here, 'other', () => commit(here, 'both.txt', 'two\n'))
    commit(here, 'both.txt', 'three\n')
    here.run('git', 'merge', '-q', 'other')
    here.write('both.txt', `${secret}\n`)
    here.git('commit', '-qam', 'resolved')
  },
  'a file that was renamed and changed'(here, secret) {
    commit(here, 'old-name.txt', 'a line\n'.repeat(20))
    here.git('mv', 'old-name.txt', 'new-name.txt')
    commit(here, 'new-name.txt', `${'a line\n'.repeat(20)}${secret}\n`)
  },
  'the message of a commit'(here, secret) {
    here.git('commit', '-q', '--allow-empty', '-m', `deploy with ${secret}`)
  },
  'the message of a tag'(here, secret) {
    here.git('tag', '-a', 'v1', '-m', `release ${secret}`)
  },
  'a note'(here, secret) {
    here.git('notes', 'add', '-f', '-m', `key ${secret}`)
  },
  'a stash'(here, secret) {
    here.write('README.md', `${secret}\n`)
    here.git('stash', '-q')
  },
  'a blob that nothing names'(here, secret) {
    here.write('left.txt', `${secret}\n`)
    here.git('hash-object', '-w', 'left.txt')
    here.run('rm', 'left.txt')
  },
  'a commit that was amended'(here, secret) {
    commit(here, 'amended.txt', secret)
    here.write('amended.txt', 'mended\n')
    here.git('commit', '-q', '--amend', '-am', 'mended')
  },
  'a file that is only staged'(here, secret) {
    here.write('staged.txt', `${secret}\n`)
    here.git('add', 'staged.txt')
  },
  'a file in UTF-16'(here, secret) {
    commit(here, 'wide.txt', Buffer.from(`\ufeff${secret}\n`, 'utf16le'))
  },
  'the name of a file'(here, secret) {
    commit(here, `${secret}.txt`, 'nothing\n')
  },
  'a pull request'(here, secret) {
    branch(here, 'asked', () => commit(here, 'asked.txt', secret))
    here.git('update-ref', 'refs/pull/7/head', 'asked')
    here.git('branch', '-qD', 'asked')
  },
  'the name of an author'(here, secret) {
    here.git('-c', `user.name=${secret}`, 'commit', '-q', '--allow-empty', '-m', 'by a strange name')
  },
}

/** What is staged stays staged: it is planted last. */
export function plantAll(here: Repo): void {
  commit(here, 'README.md', '# Demo\n')
  const last = 'a file that is only staged'
  for (const [place, plant] of Object.entries(PLACES)) if (place !== last) plant(here, token(place))
  PLACES[last]?.(here, token(last))
}

function commit(here: Repo, path: string, content: string | Uint8Array): void {
  here.write(path, content)
  here.git('add', '--', path)
  here.run('git', 'add', '-u')
  if (here.run('git', 'ls-files', '.gitattributes', '-o').out) here.git('add', '.gitattributes')
  here.git('commit', '-qm', 'work')
}

/** Something is done on a branch of its own. */
function branch(here: Repo, name: string, work: () => void): void {
  here.git('checkout', '-q', '-b', name)
  work()
  here.git('checkout', '-q', 'main')
}
