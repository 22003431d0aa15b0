/** What to do about a finding in the history: rotate first, then rewrite. The commands are for this finding, and hold no secret. */
import { fileOf } from '../collect/archive/name.ts'
import { HEADER, MESSAGE, REF, REFLOG, TAG, TAGGER } from '../collect/history.ts'
import { word } from '../shell.ts'
import type { Finding, Verdict } from '../types.ts'

export function withSteps(verdict: Verdict): Verdict {
  const { finding } = verdict
  return finding.history ? { ...verdict, finding: { ...finding, history: { ...finding.history, steps: steps(finding) } } } : verdict
}

function steps(finding: Finding): string[] {
  const { history, path, commit } = finding
  if (!history) return []
  const rotate = `Rotate it first: from here on it counts as known. ${finding.remedy}`
  if (path === REFLOG) return [rotate, 'Only this clone has it. Forget what the reflogs say:', ...FORGET]
  if (path === REF) return [rotate, 'Rename the branch or tag, here and where it was pushed.']
  if (!commit && path !== TAG && path !== TAGGER)
    return [rotate, 'No commit has it: it is staged, or left over in this clone. Unstage it, and clear it out:', ...FORGET]
  if (history.refs.every((name) => name === 'reflog' || name.startsWith('stash@')))
    return [
      rotate,
      ...history.refs.filter((name) => name.startsWith('stash@')).map((name) => `$ git stash drop '${name}'`),
      'Only this clone has it. Clear it out:',
      ...FORGET,
    ]
  return [
    rotate,
    ...(history.inTree ? ['Take it out of the tree, and commit that: the newest version keeps its content.'] : []),
    'Rewrite the history, in a fresh clone (https://github.com/newren/git-filter-repo), when nobody works on it:',
    '$ git clone --mirror "$(git remote get-url origin || pwd)" clean.git && cd clean.git',
    ...rewriting(finding, history.object),
    ...(history.lfs ? ['Git LFS keeps what it says in a store of its own: have the host delete that object too.'] : []),
    ...(history.pushed === 'no'
      ? ['It has not been pushed: nobody else needs to know.']
      : [
          '$ git push --force --mirror',
          'All clones are made anew. Ask the host to drop its caches and pull requests: they keep the old commits.',
        ]),
    `See that it is gone: npx leakgate audit --history${fileOf(path) === path ? '' : ' --archives'}`,
  ]
}

const FORGET = ['$ git reflog expire --expire=now --all && git gc --prune=now']

function rewriting({ path, line, endLine, fixable, history }: Finding, object: string): string[] {
  const file = fileOf(path)
  if (line === 0 || file !== path || history?.lfs || (fixable && !history?.inTree))
    return [`$ git filter-repo --invert-paths --path ${word(file)}`]
  if (path === HEADER || path === TAGGER)
    return [
      `$ git cat-file -p ${object} | sed -n '/^author/p;/^committer/p;/^tagger/p'`,
      "$ git filter-repo --mailmap mailmap    # 'Right Name <right@example.com> Wrong Name <wrong>'",
    ]
  // The line goes from git to git: it is on no screen and in no history of the shell.
  const inMessage = path === MESSAGE || path === TAG
  const lines = line === endLine ? `${line}p` : `${line},${endLine}p`
  const source = inMessage
    ? `git cat-file -p ${object} | sed '1,/^$/d' | sed -n '${lines}'`
    : `git cat-file blob ${object} | sed -n '${lines}'`
  return [
    `$ ${source} | tr -d '\\r' > ../line.txt    # what is to be replaced, as the oldest version has it`,
    `$ git filter-repo ${inMessage ? '--replace-message' : '--replace-text'} ../line.txt && rm ../line.txt`,
  ]
}
