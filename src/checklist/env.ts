/** Env files: whether git ignores them, whether their examples are complete. */

import { isExample, settingsIn } from '../dotenv.ts'
import { baseOf, folderOf } from '../path.ts'
import { word } from '../shell.ts'
import type { Verdict } from '../types.ts'
import { firstOf } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import type { EnvFile } from './facts.ts'
import { evidenceOf, type Judge, judged } from './opinion.ts'

/** Conventionally committed, as they contain what tests or the shell need: a breach only with a secret. */
const SHARED = /^\.env(?:\.(?:ci|test|testing|development)|rc)$/

/** Begins with a line end, in case the last line of the file has none. */
const ignoring = (path: string) => `printf '\\n%s\\n' ${word(baseOf(path))} >> .gitignore`

export const envIgnored: Judge = ({ env, tree, history, places, paths, unseen, pastEnv }) => {
  const secret = new Set(tree.flatMap(({ finding, outcome }) => (outcome === 'blocked' && !finding.policy ? [finding.path] : [])))
  const harmless = (path: string) => SHARED.test(baseOf(path)) && !secret.has(path)
  const tracked = new Set(paths)
  /** Is the ignoring file tracked, or would it be, so that other clones have it, too? */
  const isShared = (ignoredBy = '') => tracked.has(ignoredBy)
  const evidence = [
    ...env.flatMap(({ path, standing, ignoredBy }): Evidence[] => {
      if ((standing === 'ignored' && isShared(ignoredBy)) || harmless(path)) return []
      if (standing === 'ignored') return [unshared(path, ignoredBy)]
      const says = standing === 'tracked' ? 'git tracks it' : 'git does not ignore it: the next `git add .` adds it'
      return [{ path, line: 0, says, remedy: standing === 'tracked' ? `git rm --cached ${word(path)}; ${ignoring(path)}` : ignoring(path) }]
    }),
    ...history.filter(isOfEnvFile).map(
      ({ finding }): Evidence => ({
        path: finding.path,
        line: 0,
        says: `the history has it, since ${finding.commit?.slice(0, 10)}`,
        remedy: `npx leakgate incident ${finding.fingerprint}`,
      }),
    ),
  ]
  const known = new Set(env.map(({ path }) => path))
  if (paths.some(isExample))
    for (const { path, ignoredBy } of places)
      if (!known.has(path) && !isShared(ignoredBy)) evidence.push(ignoredBy ? unshared(path, ignoredBy) : wouldBeTaken(path))
  const allowed = new Set(history.flatMap(({ finding, outcome }) => (outcome === 'allowed' ? [finding.path] : [])))
  const past = pastEnv.filter((path) => !SHARED.test(baseOf(path)) && !allowed.has(path))
  const open = [...unseen, ...past.map((path) => `the history has ${path}, with no secret that is known: git log --all -- ${word(path)}`)]
  if (open.length > 0) return judged(evidence, open)
  const shown = env.filter(({ path, standing }) => standing !== 'ignored' && harmless(path)).map(({ path }) => path)
  const except = shown.length > 0 ? `, except ${firstOf(shown)}, without a secret` : ''
  if (places.every(({ ignoredBy }) => isShared(ignoredBy)))
    return { evidence, state: 'holds', because: `git ignores them, tracks none, and has none in its history${except}` }
  if (shown.length > 0) return { evidence, state: 'look', because: `a .env would not be ignored; ${firstOf(shown)} is without a secret` }
  return { evidence, state: 'not here', because: 'there is no env file' }
}

const unshared = (path: string, by: string | undefined): Evidence => {
  return { path, line: 0, says: `only this clone ignores it, by ${by}`, remedy: ignoring(path) }
}

const wouldBeTaken = (path: string): Evidence => {
  return { path: '.gitignore', line: 0, says: `${path} would not be ignored`, remedy: ignoring(path) }
}

const isOfEnvFile = ({ finding: { rule, commit, history }, outcome }: Verdict) =>
  rule === 'env-file' && outcome !== 'allowed' && commit !== undefined && history?.inTree === false

export const envExample: Judge = ({ env, tree, texts, paths }) => {
  const examples = paths.filter(isExample)
  const real = tree
    .filter(({ finding, outcome }) => isExample(finding.path) && outcome === 'blocked' && !finding.policy)
    .map(({ finding }): Evidence => ({ ...evidenceOf(finding), remedy: EMPTIED }))
  const used = env.flatMap(({ path, settings }) =>
    settings.flatMap(({ key, shown }): Evidence[] =>
      shown ? [{ ...shown, says: `${key} has the value that ${path} uses`, remedy: EMPTIED }] : [],
    ),
  )
  const own = env.filter(({ path, settings }) => baseOf(path) === '.env' && settings.length > 0)
  const missing = own.flatMap((file) => {
    const beside = examples.filter((path) => folderOf(path) === folderOf(file.path))
    return fewest([...beside, ...(beside.length > 0 ? [] : [undefined])].map((path) => lacking(file, path, texts.get(path ?? ''))))
  })
  const evidence = [...real, ...used.filter(({ path, line }) => !real.some((one) => one.path === path && one.line === line)), ...missing]
  if (own.length > 0)
    return { evidence, state: 'holds', because: `it has every key of ${firstOf(own.map(({ path }) => path))}, and no real value` }
  if (examples.length === 0) return { evidence, state: 'not here', because: 'there is no env file, and no example of one' }
  return { evidence, state: 'look', because: 'no real value is in it; there is no .env on this disk to compare it with' }
}

const EMPTIED = 'Leave the value empty, and change it where it is used.'

/** Of several examples, the one that is nearest to complete counts. */
const fewest = (lists: readonly Evidence[][]) => [...lists].sort((a, b) => a.length - b.length)[0] ?? []

/** The keys that an example lacks; without an example, all of them. */
function lacking({ path, settings }: EnvFile, example: string | undefined, text = ''): Evidence[] {
  const known = new Set(settingsIn(text).map(({ key }) => key))
  return settings
    .filter(({ key }) => !known.has(key))
    .map(({ key, line }) => ({
      path,
      line,
      says: example ? `${key} is not in ${example}` : `${key} is in no example`,
      remedy: `Add the keys, without their values, to ${example ?? `${folderOf(path)}.env.example`}.`,
    }))
}
