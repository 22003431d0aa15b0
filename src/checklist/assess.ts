/** Facts → the state of each point. Nothing is guessed: what could not be verified is left to a person. */
import type { JudgeName, Point, Section } from '../../patterns/checklist.ts'
import { count, firstOf } from '../wording.ts'
import type { Assessment, Checklist, Evidence } from './assessment.ts'
import { containerSecrets } from './containersecrets.ts'
import { lockFiles } from './dependencies.ts'
import { echoes } from './echoes.ts'
import { envExample, envIgnored } from './env.ts'
import type { Facts } from './facts.ts'
import { imageVersions } from './images.ts'
import { matching } from './matching.ts'
import { evidenceOf, type Judge, type Opinion } from './opinion.ts'
import { production } from './production.ts'
import { history, hook, logs, securityPolicy, tree } from './repository.ts'
import { authToken, databasePassword, jwtSecret, secretKey, strongSecrets } from './strength.ts'
import { imageUser } from './users.ts'
import { pinnedActions, pipelineScan } from './workflows.ts'

const JUDGES: Readonly<Record<JudgeName, Judge>> = {
  'env-ignored': envIgnored,
  'env-example': envExample,
  production,
  'strong-secrets': strongSecrets,
  'secret-key': secretKey,
  'database-password': databasePassword,
  'auth-token': authToken,
  'jwt-secret': jwtSecret,
  tree,
  history,
  logs,
  'lock-files': lockFiles,
  'image-user': imageUser,
  'image-versions': imageVersions,
  'container-secrets': containerSecrets,
  'pinned-actions': pinnedActions,
  'pipeline-scan': pipelineScan,
  echoes,
  hook,
  'security-policy': securityPolicy,
}

/** Judges of findings in general: any disabled rule blinds them, except rules that only other points use. */
const OF_FINDINGS: ReadonlySet<JudgeName | undefined> = new Set<JudgeName>(['tree', 'history', 'env-ignored'])

export function assessed(facts: Facts, sections: readonly Section[]): Checklist {
  const asked = new Set(sections.flatMap(({ points }) => points.flatMap(({ rules = [] }) => rules)))
  const off = facts.off.filter((rule) => !asked.has(rule))
  return { sections: sections.map(({ title, points }) => ({ title, points: points.map((point) => assess(point, facts, off)) })) }
}

/** `blinding`: disabled rules that blind such judges. */
function assess(point: Point, facts: Facts, blinding: readonly string[]): Assessment {
  const { id, text, look, rules = [], judge } = point
  const say = (state: Assessment['state'], because: string, evidence: Assessment['evidence'] = []): Assessment => ({
    id,
    text,
    state,
    because,
    evidence,
    look,
  })
  const opinion: Opinion = judge ? JUDGES[judge](facts) : { evidence: [] }
  const evidence = once(
    breaches(rules, facts, opinion),
    opinion.evidence.filter((one) => counts(one, facts)),
  )
  if (evidence.length > 0) return say('fails', `found in ${count(evidence.length, 'place')}`, evidence)
  if (opinion.state === 'not here') return say('not here', opinion.because ?? '')
  if (point.applies && !facts.paths.some(matching(point.applies))) return say('not here', 'there is no such file')
  const off = [...rules.filter((rule) => facts.off.includes(rule)), ...(OF_FINDINGS.has(judge) ? blinding : [])]
  if (off.length > 0) return say('look', `the config turns off ${firstOf(off)}`)
  if (opinion.state) return say(opinion.state, opinion.because ?? '')
  if (point.whole && facts.unread === 0) return say('holds', 'nothing was found against it, and everything was scanned')
  if (rules.length === 0 && !judge) return say('look', 'only a person can tell')
  return say('look', `nothing was found against it${opinion.because ? `; ${opinion.because}` : ''}`)
}

const breaches = (rules: readonly string[], { tree, env }: Facts, { instead }: Opinion) =>
  [...tree.filter(({ outcome }) => outcome !== 'allowed').map(({ finding }) => finding), ...env.flatMap(({ findings }) => findings)]
    .filter(({ rule, path }) => rules.includes(rule) && !instead?.(rule, path))
    .map(evidenceOf)

/** Does evidence count? Not if its rule is off, or its place is allowed. */
const counts = ({ rule, path, line }: Evidence, { off, tree }: Facts) =>
  rule === undefined ||
  !(
    off.includes(rule) ||
    tree.some(({ outcome, finding: one }) => outcome === 'allowed' && one.rule === rule && one.path === path && one.line === line)
  )

/** Drops what both a rule and a judge have found. */
function once(told: readonly Evidence[], judged: readonly Evidence[]): Evidence[] {
  const places = new Set(told.map(({ path, line }) => `${path}:${line}`))
  const said = new Set<string>()
  return [...told, ...judged.filter(({ path, line }) => line === 0 || !places.has(`${path}:${line}`))].filter(({ path, line, says }) => {
    const one = `${path}:${line} ${says}`
    return !said.has(one) && said.add(one)
  })
}
