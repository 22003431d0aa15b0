/** Judges of pipelines: does a step scan for secrets and fail on them, and are third-party actions pinned? */

import ignore from 'ignore'
import { PIPELINES } from '../../patterns/places.ts'
import type { Data } from '../record.ts'
import { firstOf } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import { type Judge, judged, unquoted } from './opinion.ts'
import { lineOf, maps, wordsIn, type Yaml } from './structure.ts'

const ofPipeline = ignore().add(PIPELINES)
const ofActions = ignore().add(['.github/workflows/*.yml', '.github/workflows/*.yaml', 'action.yml', 'action.yaml'])

const A_COMMIT = 'A tag can be moved. Pin it to a commit, with the version in a comment: uses: owner/name@<40 hex digits> # v4'

export const pinnedActions: Judge = (facts) => {
  const files = [...facts.yaml].filter(([path]) => ofActions.ignores(path))
  const broken = files.flatMap(([path, { documents }]) => (documents ? [] : [`${path} is not YAML`]))
  const evidence = files.flatMap(([path, { text, documents }]) =>
    [...maps(documents)].flatMap(([{ uses }]) =>
      wordsIn(uses)
        .filter((action) => !isPinned(action.trim()))
        .map((action): Evidence => {
          return { path, line: lineOf(text, ['uses:', action]), says: shown(action), remedy: A_COMMIT, rule: 'ci-unpinned-action' }
        }),
    ),
  )
  return judged(unquoted(evidence, facts), broken)
}

const shown = (action: string) => (/^(?:docker:\/\/)?[\w.-]+(?:[/:@][\w.-]+){0,9}$/.test(action) ? action : 'an action')

/** An action of this repository, one pinned to a commit, or an image pinned to a digest. */
const isPinned = (action: string) =>
  /^\.{1,2}\//.test(action) || /@(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(action) || /^docker:.*@sha256:[0-9a-f]{64}$/.test(action)

const SCANNERS =
  /\b(?:leakgate|gitleaks|betterleaks|trufflehog|detect-secrets|ggshield|gitguardian|kingfisher|noseyparker|talisman|git-secrets|ripsecrets|secretlint|whispers)\b|Secret-Detection|secret_detection/i

/** Parts of a command line that only print or install something. */
const SAID = /(?:^|[;&|])[ \t]{0,40}(?:echo|printf|[^;&|\n]{1,80} (?:install|i|add|pull))\b[^;&|\n]*|(?:^|\s)(?:#|\/\/)[^\n]*/gm
/** Failures are ignored. */
const PASSED_OVER = /\|\|[ \t]{0,9}(?:true\b|echo\b|exit 0\b|:(?!\S))|--exit-code[= ]0\b|--(?:exit-zero|no-fail)(?!\S)/

export const pipelineScan: Judge = ({ texts, yaml }) => {
  const pipelines = [...texts].filter(([path]) => ofPipeline.ignores(path))
  if (pipelines.length === 0) return { evidence: [], state: 'look', because: 'this repository has no pipeline' }
  const scans = pipelines.map(([path, text]) => [path, scanOf(text, yaml.get(path))] as const)
  const of = (kind: Scan) => scans.flatMap(([path, scan]) => (scan === kind ? [path] : []))
  if (of('fails').length > 0) return { evidence: [], state: 'holds', because: `${firstOf(of('fails'))} scans for secrets` }
  if (of('passes').length > 0)
    return { evidence: [], state: 'look', because: `${firstOf(of('passes'))} scans for secrets, and goes on when it finds one` }
  const elsewhere = [...texts].flatMap(([path, text]) => (!ofPipeline.ignores(path) && SCANNERS.test(text) ? [path] : []))
  if (elsewhere.length > 0)
    return { evidence: [], state: 'look', because: `no pipeline step names a scanner, but ${firstOf(elsewhere)} does: does a step run it?` }
  const remedy = 'Add a step with the whole history (fetch-depth: 0): npx leakgate audit --history'
  return { evidence: pipelines.slice(0, 1).map(([path]) => ({ path, line: 0, says: 'no step scans for secrets', remedy })) }
}

/** Does it scan for secrets, and does a secret make it fail? */
type Scan = 'fails' | 'passes' | 'none'

function scanOf(text: string, yaml: Yaml | undefined): Scan {
  const commands = yaml?.documents ? steps(yaml.documents) : [{ does: text, passes: false }]
  const scanning = commands.filter(({ does }) => SCANNERS.test(does.replace(SAID, '')))
  if (scanning.length === 0) return 'none'
  return scanning.every(({ does, passes }) => passes || PASSED_OVER.test(does)) ? 'passes' : 'fails'
}

/** Keys whose values are descriptive, not executed. */
const WORDS: ReadonlySet<string> = new Set([
  'name',
  'if',
  'id',
  'description',
  'needs',
  'displayName',
  'when',
  'stage',
  'paths',
  'paths-ignore',
  'path',
  'key',
  'cache',
  'extends',
  'branches',
])

/** Everything that a pipeline runs, except disabled parts. */
function steps(value: unknown, passes = false, seen = new Set<unknown>()): { does: string; passes: boolean }[] {
  if (typeof value !== 'object' || value === null) return wordsIn(value).map((does) => ({ does, passes }))
  if (seen.has(value)) return []
  seen.add(value)
  if (Array.isArray(value)) return value.flatMap((one) => steps(one, passes, seen))
  const map = value as Data
  if (isOff(map)) return []
  const mild = passes || map['continue-on-error'] === true || map.allow_failure === true || map.continueOnError === true
  return Object.entries(map).flatMap(([key, inner]) => (WORDS.has(key) || key.startsWith('.') ? [] : steps(inner, mild, seen)))
}

const isOff = (map: Data) =>
  [map.if, map.condition].some((one) => /^(?:\$\{\{\s*)?false(?:\s*\}\})?$/.test(String(one))) || map.when === 'never'
