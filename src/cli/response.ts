/** The findings of a secret → the steps of the response to it. They contain no secret. */

import { takenOut } from '../audit/steps.ts'
import { fileOf } from '../collect/archive/name.ts'
import type { Incident } from '../report/incident.ts'
import { quoted, word } from '../shell.ts'
import type { Finding, Verdict } from '../types.ts'
import { shortRef } from '../wording.ts'

/** How many commits, branches and places are listed; the commands show the others. */
const FEW = 12

export function response(fingerprint: string, found: readonly Verdict[]): Incident {
  const findings = found.map(({ finding }) => finding)
  const [first] = findings
  const since = findings
    .flatMap(({ date }) => date ?? [])
    .sort()[0]
    ?.slice(0, 10)
  return {
    headline: `${first?.title ?? 'A secret'} (${fingerprint}), in ${findings.length === 1 ? (first?.path ?? '') : `${findings.length} files`}`,
    steps: [
      ...allowed(found),
      { title: 'Revoke it, and create a new one', lines: first ? [first.remedy, ...(first.link ? [first.link] : [])] : [] },
      { title: 'Find out who could have seen it', lines: seen(findings) },
      {
        title: 'Check the access logs',
        lines: [`Look for uses you cannot explain${since ? `, from ${since} on` : ''}, and keep the logs until the incident is closed.`],
      },
      {
        title: 'Update what uses it',
        lines: [
          'Give the new one to each service, pipeline and machine through its secret store, then verify that the old one is rejected.',
          ...places(findings),
        ],
      },
      { title: 'Tell those affected', lines: ['Its owner, and everyone whose data it opens; the law may give you only hours.'] },
      { title: 'Remove it', lines: [...takenOut(findings), ...new Set(findings.flatMap(removal))] },
      {
        title: 'Verify that it is gone',
        lines: [
          `$ npx leakgate incident ${fingerprint}${findings.some(({ path }) => fileOf(path) !== path) ? ' --archives' : ''}`,
          'In a new clone, it exits with 0 when the secret is gone. Other clones keep it until they are cloned again.',
        ],
      },
      {
        title: 'Write it down',
        lines: [
          'What leaked, since when, who could have seen it; when it was revoked; how it got in, and what prevents the next one.',
          '$ npx leakgate doctor',
        ],
      },
    ],
  }
}

function allowed(found: readonly Verdict[]): Incident['steps'] {
  const reason = found.find(({ outcome }) => outcome === 'allowed')?.reason
  return reason ? [{ title: 'Is it one at all?', lines: [`It is allowed, as no secret: ${reason}`] }] : []
}

/** The secret is in none of the places that were searched. */
export const gone = (fingerprint: string): Incident => ({
  headline: `${fingerprint} is gone, or was never here: it is not in the tree, and in no object of this repository`,
  steps: [
    { title: 'Rotate it anyway', lines: ['Anything ever committed counts as compromised. If it is not revoked yet, revoke it now.'] },
    {
      title: 'Take care of the copies',
      lines: ['Other clones and forks, caches and pull requests of the host, backups, images and artifacts keep what they had.'],
    },
    {
      title: 'If you expected to find it here',
      lines: ['Compare the fingerprint with what an audit shows, and fetch what this clone lacks.', '$ npx leakgate audit --history'],
    },
  ],
})

function seen(findings: readonly Finding[]): string[] {
  const ways = findings.flatMap(({ history }) => history ?? [])
  const commits = [...new Set(ways.flatMap((way) => way.commits))]
  const refs = [...new Set(ways.flatMap((way) => way.refs))]
  const pushed = ways.some((way) => way.pushed === 'yes')
  const remotes = refs.filter((name) => name.startsWith('refs/remotes/'))
  return [
    ...findings.slice(0, FEW).map(way),
    ...(refs.length > 0 ? [`Branches and tags that have it: ${refs.slice(0, FEW).map(shortRef).join(', ')}${rest(refs)}.`] : []),
    ...(commits.length > 0
      ? [
          `Commits that added it: ${commits.length}. Who made them, and when:`,
          `$ git show -s --format='%h %an <%ae> %ad' ${commits.slice(0, FEW).join(' ')}`,
        ]
      : []),
    ...(pushed
      ? [
          'It was pushed: everyone with access to the remote, its forks, mirrors and CI has it. When this clone pushed or fetched it:',
          ...remotes.slice(0, 3).map((name) => `$ git log -g --date=iso --format='%gd %gs' ${quoted(name)} --`),
        ]
      : ways.some((one) => one.pushed === 'no')
        ? ['No remote branch has it, as far as this clone knows: git fetch --all, then run this again.']
        : ['It is not known whether it was pushed: everyone with a copy of this folder, or with its tags, has it.']),
  ]
}

function way({ path, line, history, date, author, commit }: Finding): string {
  const where = `${path}${line > 0 ? `:${line}` : ''}`
  if (!history) return `${where}: only on this disk, not committed yet.`
  if (!commit && history.refs.length === 0) return `${where}: in no commit; it is staged, or left over in this clone.`
  const last = history.last && history.last.commit !== commit ? `, last on ${history.last.date.slice(0, 10)} by ${history.last.author}` : ''
  const since = commit ? `since ${date?.slice(0, 10)} by ${author} (${commit.slice(0, 10)})${last}` : 'in no commit'
  return `${where}: ${since}; ${history.inTree ? 'still in the tree' : 'no longer in the tree'}.`
}

const rest = (list: readonly string[]) => (list.length > FEW ? ` and ${list.length - FEW} more` : '')

const places = (findings: readonly Finding[]) =>
  findings
    .slice(0, FEW)
    .map(({ path, line, history }) => `It ${history?.inTree === false ? 'was' : 'is'} in ${path}${line > 0 ? `:${line}` : ''}.`)

/** For findings outside of the history; for those in it, `takenOut` gives the steps. */
function removal({ history, fixable, path }: Finding): string[] {
  if (history) return []
  return fixable
    ? ['Take the file out of the next commit:', `$ npx leakgate fix ${word(path)}`]
    : [`Remove it from ${path}, and read it from the environment.`]
}
