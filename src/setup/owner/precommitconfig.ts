/** Our hooks in a config of pre-commit or prek, in YAML or TOML. They are run through sh, as an entry itself is not a shell command. */
import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../../record.ts'
import { insertBlock, withBlock, withoutBlocks } from '../block.ts'
import { section, yaml } from '../yaml.ts'
import { type HookName, runLine } from './owner.ts'

interface Entry {
  readonly id: string
  readonly stages: readonly HookName[]
  readonly script: string
  /** It gets the message file as an argument. */
  readonly file?: boolean
}

/** pre-commit gives pre-push hooks no standard input, but its content in environment variables; the range is empty for a new history. */
const PUSHED = [
  '"$PRE_COMMIT_LOCAL_BRANCH"',
  '"${PRE_COMMIT_TO_REF:-$(git rev-parse "$PRE_COMMIT_LOCAL_BRANCH")}"',
  '"$PRE_COMMIT_REMOTE_BRANCH"',
  `"\${PRE_COMMIT_FROM_REF:-${'0'.repeat(40)}}"`,
].join(' ')

export const ENTRIES: readonly Entry[] = [
  { id: 'leakgate', stages: ['pre-commit', 'pre-merge-commit'], script: runLine('pre-commit', '') },
  {
    id: 'leakgate-message',
    stages: ['commit-msg'],
    script: runLine('commit-msg', '"${1:-$(git rev-parse --git-path COMMIT_EDITMSG)}"'),
    file: true,
  },
  {
    id: 'leakgate-push',
    stages: ['pre-push'],
    script: `printf "%s %s %s %s\\n" ${PUSHED} | { ${runLine('pre-push', '"$PRE_COMMIT_REMOTE_NAME" "$PRE_COMMIT_REMOTE_URL"')}; }`,
  },
]

const entryOf = ({ script }: Entry) => `sh -c '${script}' leakgate`

const dataOf = (entry: Entry) => ({
  id: entry.id,
  name: entry.id,
  entry: entryOf(entry),
  language: 'system',
  always_run: true,
  verbose: true, // shows what a hook that passes says: that it was skipped, that a commit relaxes the config
  ...(!entry.file && { pass_filenames: false }),
  stages: [...entry.stages],
})

/** Undefined if the text cannot be edited safely. */
export function withEntries(path: string, text: string, entries: readonly Entry[]): string | undefined {
  return /\.ya?ml$/.test(path) ? inYaml(path, text, entries) : inToml(text, entries)
}

/** Inserts at the start of the list of repos. The result is parsed again, and must be the original plus our repo, and nothing else. */
function inYaml(path: string, text: string, entries: readonly Entry[]): string | undefined {
  if (entries.every((entry) => text.includes(entryOf(entry)))) return text
  const bare = withoutBlocks(text)
  const repos = section(bare, 'repos')
  const data = yaml(path, bare)
  if (!repos || repos.inline || !isRecord(data) || !Array.isArray(data.repos)) return undefined
  const after = insertBlock(bare, repos.first, { lines: yamlLines(entries), indent: repos.indent })
  const expected = { ...data, repos: [{ repo: 'local', hooks: entries.map(dataOf) }, ...data.repos] }
  return isDeepStrictEqual(yaml(path, after), expected) ? after : undefined
}

/** What a user adds to the list of repos where it cannot be edited. */
export const pasted = (path: string, entries: readonly Entry[]): string[] =>
  /\.ya?ml$/.test(path)
    ? ['repos:', ...yamlLines(entries).map((line) => `  ${line}`)]
    : ['{ repo = "local", hooks = [', ...entries.map((entry) => `  { ${tomlFields(entry).join(', ')} },`), '] },']

function yamlLines(entries: readonly Entry[]): string[] {
  return [
    '- repo: local',
    '  hooks:',
    ...entries.flatMap((entry) =>
      Object.entries(dataOf(entry)).flatMap(([key, value], i) => yamlField(key, value, i === 0 ? '    - ' : '      ')),
    ),
  ]
}

function yamlField(key: string, value: string | boolean | string[], indent: string): string[] {
  if (key === 'entry') return [`${indent}entry: >-`, `        ${String(value)}`]
  return [`${indent}${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`]
}

/** Appends at the end, where a table can be added, unless the list of repos is closed. */
function inToml(text: string, entries: readonly Entry[]): string | undefined {
  if (entries.every((entry) => text.includes(entryOf(entry)))) return text
  const bare = withoutBlocks(text)
  if (/^[ \t]*repos[ \t]*=/m.test(bare)) return undefined
  const hooks = entries.flatMap((entry) => ['', '[[repos.hooks]]', ...tomlFields(entry)])
  return withBlock(bare, bare.length, { lines: ['[[repos]]', 'repo = "local"', ...hooks] })
}

const tomlFields = (entry: Entry) =>
  Object.entries(dataOf(entry)).map(([key, value]) => `${key} = ${key === 'entry' ? `'''${String(value)}'''` : JSON.stringify(value)}`)

/** Of all hooks in it. */
export function hookIds(path: string, text: string): string[] {
  if (path.endsWith('.toml')) return [...text.matchAll(/(?:^|[{,])\s*id\s*=\s*["']([^"']+)/gm)].map((match) => match[1] ?? '')
  const data = yaml(path, text)
  const repos = isRecord(data) && Array.isArray(data.repos) ? data.repos : []
  const hooks = repos.flatMap((repo: unknown) => (isRecord(repo) && Array.isArray(repo.hooks) ? repo.hooks : []))
  return hooks.flatMap((hook: unknown) => (isRecord(hook) && typeof hook.id === 'string' ? [hook.id] : []))
}
