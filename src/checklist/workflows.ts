/** Judges of pipelines: does a step scan for secrets and fail on them, and are third-party actions pinned? */

import { PIPELINES } from '../../patterns/places.ts'
import { type Data, isRecord } from '../record.ts'
import { firstOf } from '../wording.ts'
import { matching } from './matching.ts'
import { byRule, type Judge, judged, unquoted } from './opinion.ts'
import { dataIn, lineOf, listIn, maps, wordsIn, type Yaml } from './structure.ts'

const isPipeline = matching(PIPELINES)
const isWorkflow = matching(['.github/workflows/*.yml', '.github/workflows/*.yaml', 'action.yml', 'action.yaml'])

export const pinnedActions: Judge = (facts) => {
  const files = [...facts.yaml].filter(([path]) => isWorkflow(path))
  const broken = files.flatMap(([path, { documents }]) => (documents ? [] : [`${path} is not YAML`]))
  const evidence = files.flatMap(([path, { text, documents }]) =>
    [...maps(documents)].flatMap(([{ uses }]) =>
      wordsIn(uses)
        .filter((action) => !isPinned(action.trim()))
        .map((action) => byRule('ci-unpinned-action', { path, line: lineOf(text, ['uses:', action]), says: actionName(action) })),
    ),
  )
  return {
    ...judged(unquoted(evidence, facts), broken),
    instead: (rule, path) => rule === 'ci-unpinned-action' && facts.yaml.get(path)?.documents !== undefined,
  }
}

const actionName = (action: string) => (/^(?:docker:\/\/)?[\w.-]+(?:[/:@][\w.-]+){0,9}$/.test(action) ? action : 'an action')

/** An action of this repository, one pinned to a commit, or an image pinned to a digest. */
const isPinned = (action: string) =>
  /^\.{1,2}\//.test(action) || /@(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(action) || /^docker:.*@sha256:[0-9a-f]{64}$/.test(action)

const SCANNERS =
  /\b(?:leakgate|gitleaks|betterleaks|trufflehog|detect-secrets|ggshield|gitguardian|kingfisher|noseyparker|talisman|git-secrets|ripsecrets|secretlint|whispers)\b|Secret-Detection|secret_detection/i

/** Parts of a command line that only print or install something, or ask a scanner about itself. */
const SAID = new RegExp(
  [
    String.raw`(?:^|[;&|])[ \t]{0,40}(?:echo|printf|[^;&|\n]{1,80} (?:install|i|add|pull))\b[^;&|\n]*`,
    String.raw`(?:^|\s)(?:#|\/\/)[^\n]*`,
    String.raw`\/\*[\s\S]*?\*\/|\bstage\s?\([^)\n]*\)`,
    String.raw`(?:${SCANNERS.source})[ \t]+(?:[\w-]+[ \t]+)?(?:-{1,2}(?:version|help|[vh])|version|help|doctor|init|rules)(?![\w-])`,
  ].join('|'),
  'gim',
)
/** Failures are ignored. */
const PASSED_OVER =
  /\|\|[ \t]{0,9}(?:true\b|echo\b|exit 0\b|:(?!\S))|;[ \t]{0,9}(?:true|exit 0|:)[ \t]*$|--exit-code[= ]0\b|--(?:exit-zero|no-fail)(?!\S)|^[ \t]*set \+e\b/m
interface Step {
  readonly does: string
  /** Whether or not it fails, the pipeline goes on. */
  readonly passes: boolean
  /** GitHub runs `shell: bash` with -eo pipefail; without a shell, only with -e. */
  readonly pipefail: boolean
}

/** A pipe fails only by its last command; trufflehog, only if it is told to. */
const PIPED = new RegExp(`(?:${SCANNERS.source})[^|\n]*(?<!\\|)\\|(?!\\|)`, 'i')
const ignoresFailure = ({ does, pipefail }: Step) =>
  PASSED_OVER.test(does) ||
  (PIPED.test(does) && !pipefail && !/pipefail/.test(does)) ||
  (/\btrufflehog\s/.test(does) && !/--fail\b/.test(does))

export const pipelineScan: Judge = ({ texts, yaml }) => {
  const pipelines = [...texts].filter(([path]) => isPipeline(path))
  if (pipelines.length === 0) return { evidence: [], state: 'look', because: 'this repository has no pipeline' }
  const scans = pipelines.map(([path, text]) => [path, scanOf(text, yaml.get(path))] as const)
  const of = (kind: Scan) => scans.flatMap(([path, scan]) => (scan === kind ? [path] : []))
  if (of('fails').length > 0) return { evidence: [], state: 'holds', because: `${firstOf(of('fails'))} scans for secrets` }
  if (of('passes').length > 0)
    return { evidence: [], state: 'look', because: `${firstOf(of('passes'))} scans for secrets, and goes on when it finds one` }
  const elsewhere = [...texts].flatMap(([path, text]) => (!isPipeline(path) && SCANNERS.test(text) ? [path] : []))
  if (elsewhere.length > 0)
    return { evidence: [], state: 'look', because: `no pipeline step names a scanner, but ${firstOf(elsewhere)} does: does a step run it?` }
  const remedy = 'Add a step with the whole history (fetch-depth: 0): npx leakgate audit --history'
  return { evidence: pipelines.slice(0, 1).map(([path]) => ({ path, line: 0, says: 'no step scans for secrets', remedy })) }
}

/** Does it scan for secrets, and does a secret make it fail? */
type Scan = 'fails' | 'passes' | 'none'

function scanOf(text: string, yaml: Yaml | undefined): Scan {
  const mild = yaml?.documents?.some(isManual) || /SECRET_DETECTION_DISABLED["']?\s*:\s*["']?(?:true|1)/.test(text)
  const commands = yaml?.documents
    ? steps(yaml.documents, { passes: mild === true, pipefail: false })
    : [{ does: text, passes: false, pipefail: false }]
  const scanning = commands.filter(({ does }) => SCANNERS.test(does.replace(SAID, '')))
  if (scanning.length === 0) return 'none'
  return scanning.every((one) => one.passes || ignoresFailure(one)) ? 'passes' : 'fails'
}

/** Keys whose values are descriptive, not executed. */
const WORDS: ReadonlySet<string> = new Set(
  'name if id description needs displayName when stage paths paths-ignore path key cache extends branches env environment variables artifacts labels on rules only except'.split(
    ' ',
  ),
)

/** Everything that a pipeline runs, except disabled parts. */
function steps(value: unknown, how: Omit<Step, 'does'>, seen = new Set<unknown>()): Step[] {
  if (typeof value !== 'object' || value === null) return wordsIn(value).map((does) => ({ does, ...how }))
  if (seen.has(value)) return []
  seen.add(value)
  if (Array.isArray(value)) return value.flatMap((one) => steps(one, how, seen))
  const map = value as Data
  if (isOff(map)) return []
  const passes =
    how.passes ||
    [map['continue-on-error'], map.allow_failure, map.continueOnError].some((one) => /\btrue\b/.test(String(one))) ||
    [map, ...listIn(map.rules)].some((one) => dataIn(one).when === 'manual')
  const shell = map.shell ?? dataIn(dataIn(map.defaults).run).shell
  const pipefail = shell === undefined ? how.pipefail : /^bash$|pipefail/.test(String(shell))
  return Object.entries(map).flatMap(([key, inner]) =>
    WORDS.has(key) || key.startsWith('.') ? [] : steps(inner, { passes, pipefail }, seen),
  )
}

const isOff = (map: Data) =>
  [map.if, map.condition].some((one) => /^(?:\$\{\{\s*)?false(?:\s*\}\})?$/.test(String(one))) ||
  map.when === 'never' ||
  (listIn(map.rules).length > 0 && listIn(map.rules).every((one) => dataIn(one).when === 'never'))

/** A workflow that nothing but a person starts. */
const isManual = (document: unknown) => {
  const { on } = dataIn(document)
  const events = isRecord(on) ? Object.keys(on) : [on].flat()
  return events.length === 1 && events[0] === 'workflow_dispatch'
}
