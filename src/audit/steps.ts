/** What to do about findings in the history: rotate first, then rewrite. The commands are for these findings, and contain no secret. */
import { fileOf } from '../collect/archive/name.ts'
import { HEADER, MESSAGE, REF, REFLOG, TAG, TAGGER } from '../collect/history.ts'
import { DOTS } from '../judge/dots.ts'
import { word } from '../shell.ts'
import type { Finding, History, Verdict, Wording } from '../types.ts'

export function withSteps(verdict: Verdict): Verdict {
  const { finding } = verdict
  const { history } = finding
  if (!history) return verdict
  const archives = fileOf(finding.path) === finding.path ? '' : ' --archives'
  const gone = `Verify${isLocal({ ...finding, history }) ? '' : ' in a new clone'} that it is gone: npx leakgate audit --history${archives}`
  const steps = [
    `Rotate it first: it counts as compromised. ${finding.remedy}`,
    ...(history.repository === undefined
      ? [...takenOut([finding]), gone]
      : // Commands that take something out would do so where a `cd` fails, too; this one only reads.
        [`$ cd ${word(history.repository)} && npx leakgate incident ${finding.fingerprint}${archives}`]),
  ]
  return { ...verdict, finding: { ...finding, history: { ...history, steps } } }
}

type Past = Finding & { readonly history: History }

/** The steps that take findings of one secret out of the history. All in one rewrite, as afterwards every object has a new id. */
export function takenOut(findings: readonly Finding[]): string[] {
  const past = findings.filter((one): one is Past => one.history !== undefined)
  const local = past.filter(isLocal)
  const rewritten = past.filter((one) => one.path !== REF && !isLocal(one))
  return [
    ...(past.some(({ path }) => path === REF) ? ['Rename the branch or tag, here and where it was pushed.'] : []),
    ...(local.length > 0 ? forgetting(local) : []),
    ...(rewritten.length > 0 ? (rebasing(rewritten) ?? rewriting(rewritten)) : []),
  ]
}

/** No branch or tag leads to it. */
const isLocal = ({ path, commit, history }: Past) =>
  path === REFLOG ||
  (path !== REF && path !== TAG && path !== TAGGER && !commit) ||
  (history.refs.length > 0 && history.refs.every((name) => name === 'reflog' || isStash(name)))

const isStash = (name: string) => name.startsWith('stash@')

/**
 * Stashes are kept in a reflog of their own: only those with the secret are dropped, last one first, as each drop renumbers the following
 * ones.
 */
function forgetting(findings: readonly Past[]): string[] {
  const stashes = [...new Set(findings.flatMap(({ history }) => history.refs.filter(isStash)))].sort((a, b) => numberOf(b) - numberOf(a))
  return [
    ...(findings.some(({ commit, path }) => !commit && path !== REFLOG)
      ? ['No commit has it: it is staged, or left over in this clone. Unstage it (git restore --staged FILE).']
      : []),
    ...stashes.map((name) => `$ git stash drop ${word(name)}`),
    'To remove what only this clone has:',
    `$ for ref in main-worktree/HEAD $(ls "$(git rev-parse --git-common-dir)/worktrees" 2>&- | sed 's|.*|worktrees/&/HEAD|') $(git for-each-ref --format='%(refname)' refs/heads refs/remotes); do git reflog expire --expire=now "$ref"; done`,
    '$ git gc --prune=now',
    ...(findings.some(({ history }) => history.pushed === 'yes')
      ? ['It was pushed before: have the host delete what no branch leads to any more, its caches and pull requests, too.']
      : []),
  ]
}

const numberOf = (stash: string) => Number(/\d+/.exec(stash)?.[0])

/** For what only one branch has, on which nobody else builds. */
function rebasing(findings: readonly Past[]): string[] | undefined {
  const [branch, ...others] = new Set(findings.flatMap(({ history }) => history.refs.map(branchOf)))
  const commits = [...new Set(findings.flatMap(({ history }) => history.commits.map((id) => id.slice(0, 10))))]
  const [first] = commits
  if (!branch || others.length > 0 || SHARED.test(branch) || !first) return undefined
  // git knows which commit comes first, dates do not; the first one of all has no parent.
  const parent = commits.length > 1 ? `"$(git merge-base --octopus ${commits.join(' ')})^"` : `${first}^`
  return [
    `Only the branch ${branch} has it. Mark the commits that brought it with "edit", and amend each, in the worktree that has the branch; a new commit on top would keep it:`,
    `$ git switch ${word(branch)} && git rebase -i "$(git rev-parse -q --verify ${parent} || echo --root)"`,
    ...(findings.some(({ history }) => history.pushed === 'yes')
      ? [
          ...remotesOf(findings).map((remote) => `$ git push --force-with-lease ${word(remote)} ${word(branch)}`),
          'Ask the host to delete its caches and pull requests: they keep the old commits.',
        ]
      : []),
  ]
}

/** The remotes whose branches have it. */
const remotesOf = (findings: readonly Past[]) => [
  ...new Set(findings.flatMap(({ history }) => history.refs.flatMap((ref) => /^refs\/remotes\/([^/]+)\//.exec(ref)?.[1] ?? []))),
]

/** A branch here and its like at a remote are one. */
const branchOf = (ref: string) => ref.replace(/^refs\/(?:heads\/|remotes\/[^/]+\/)/, '')

/** Branches that others build on, tags, and other refs. */
const SHARED = /^(?:HEAD|main|master|trunk|dev|develop(?:ment)?|staging|prod(?:uction)?|stable|release\b.*|refs\/.*|reflog|stash@.*)$/

/**
 * No command works in this clone: if one fails, `$clean` is no repository, or unset, and the following ones fail, too. What was pushed is
 * cleaned where it was pushed to; if only a reflog knows of that, at the only remote.
 */
function rewriting(findings: readonly Past[]): string[] {
  const isPushed = findings.some(({ history }) => history.pushed === 'yes')
  const [remote, ...others] = remotesOf(findings)
  const place = isPushed ? `git remote get-url ${remote ? word(remote) : '"$(git remote)"'}` : 'git rev-parse --git-common-dir'
  return [
    ...(findings.some(({ history }) => history.inTree)
      ? ['First remove it from the tree, commit and push that: else the rewrite replaces the whole line in the newest version, too.']
      : []),
    'Rewrite the history in a fresh clone (https://github.com/newren/git-filter-repo), while nobody works on it:',
    `$ clean=$(mktemp -d)/clean.git; url=$(${place}) && git clone --mirror "$url" "$clean"`,
    ...filtering(findings),
    ...(findings.some(({ history }) => history.lfs)
      ? ['Git LFS stores the content separately: have the host delete that object, too.']
      : []),
    ...(isPushed
      ? [
          '$ git --git-dir="${clean:?}" push --force --mirror "$url"',
          ...others.map((other) => `The remote ${other} has it, too: repeat these commands with url=$(git remote get-url ${word(other)}).`),
          'Everyone must clone again. Ask the host to delete its caches and pull requests: they keep the old commits.',
        ]
      : [
          findings.some(({ history }) => history.pushed === 'no')
            ? 'No remote branch has it, as far as this clone knows. Continue in a clone of "$clean", and delete this one.'
            : 'It is not known whether others have it. Continue in a clone of "$clean", and delete this one.',
        ]),
  ]
}

/**
 * The lines are collected before anything is rewritten, as afterwards all objects have new ids, and in this clone, as another one may lack
 * them. They are never printed, and the folder is closed to other users.
 */
function filtering(findings: readonly Past[]): string[] {
  const files = findings.filter(isWhole)
  const people = findings.filter(({ path }) => path === HEADER || path === TAGGER)
  const messages = findings.filter(({ path }) => path === MESSAGE || path === TAG)
  const lines = findings.filter((one) => !files.includes(one) && !people.includes(one) && !messages.includes(one))
  const paths = [...new Set(files.map(({ path }) => option(fileOf(path))))]
  const filters = [
    ...(lines.length > 0 ? ['--replace-text lines.txt'] : []),
    ...(messages.length > 0 ? ['--replace-message messages.txt'] : []),
    ...(paths.length > 0 ? [`--invert-paths ${paths.join(' ')}`] : []),
  ]
  return [
    ...wordings(lines).map((one) => `$ git cat-file blob ${one.object} | tr -d '\\r' | ${replacing(one)} | ${into('lines.txt')}`),
    ...wordings(messages).map((one) => `$ git cat-file -p ${one.object} | sed '1,/^$/d' | ${replacing(one)} | ${into('messages.txt')}`),
    ...people.map(({ history }) => `$ git cat-file -p ${history.object} | sed -n '/^author/p;/^committer/p;/^tagger/p'`),
    ...(filters.length > 0 ? [`${FILTER} ${filters.join(' ')} && rm -f "$clean/lines.txt" "$clean/messages.txt" || rm -rf "$clean"`] : []),
    ...(people.length > 0 ? [`${FILTER} --mailmap mailmap    # "$clean/mailmap": Right Name <right@example.com> Wrong Name <wrong>`] : []),
  ]
}

/** Without a line to replace, the rewrite would keep the secret: then there is no clone to rewrite. */
const into = (file: string) => `grep -a . >> "$clean/${file}" || rm -rf "$clean"`

const FILTER = '$ git -C "${clean:?}" filter-repo --force'

const wordings = (findings: readonly Past[]) => findings.flatMap(({ history }) => history.lines)

/** A name that holds a secret is masked. */
const option = (path: string) => (path.includes(DOTS) ? `--path-glob=${word(path.replaceAll(DOTS, '*'))}` : `--path=${word(path)}`)

const isWhole = ({ path, line, fixable, history }: Past) =>
  line === 0 || fileOf(path) !== path || history.lfs === true || (fixable && !history.inTree)

/**
 * The lines of a finding as literal replacements for git-filter-repo, which replaces them wherever they are: so of several lines only those
 * with a long run of what secrets consist of, or a quoted part of one; all, if none has that. What begins and ends a PEM key, or joins the
 * parts of a string, is in other files, too.
 */
const replacing = ({ line, endLine }: Wording) =>
  line === endLine
    ? `sed -n '${line}p' | ${LITERAL}`
    : `sed -n '${line},${endLine}{/[[:alnum:]]\\{2\\}/p;}' | { all=$(cat); printf '%s\\n' "$all" | sed -n '${TELLING}' | grep -a . || printf '%s\\n' "$all"; } | ${LITERAL}`

const TELLING = `h;s/---*[A-Z0-9 ]*---*//g;/[[:alnum:]+/_]\\{8\\}/!{/["'\\''][[:alnum:]+/=_-]\\{2,\\}["'\\'']/!d;};g;p`

const LITERAL = `sed '/./!d;s/^/literal:/;s/$/==>***REMOVED***/'`
