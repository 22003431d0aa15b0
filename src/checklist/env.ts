/** Env files: whether git ignores them, whether their examples are complete, what they say about production. */

import { isExample, settingsIn } from '../dotenv.ts'
import { word } from '../shell.ts'
import type { Verdict } from '../types.ts'
import { firstOf } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import type { EnvFile, Setting } from './facts.ts'
import { evidenceOf, type Judge } from './opinion.ts'

/** Conventionally committed, as they contain what tests need. */
const SHARED = /^\.env\.(?:ci|test|testing|development)$/

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

const isProduction = (path: string) => /prod|live/i.test(nameOf(path))

/** Begins with a line end, in case the last line of the file has none. */
const ignoring = (path: string) => `printf '\\n%s\\n' ${word(nameOf(path))} >> .gitignore`

/** Is the ignoring file tracked, or would it be, so that other clones have it, too? */
const isIn =
  (paths: ReadonlySet<string>) =>
  (ignoredBy = '') =>
    paths.has(ignoredBy)

export const envIgnored: Judge = ({ env, history, places, paths, unseen }) => {
  const shared = (path: string) => SHARED.test(nameOf(path))
  const isShared = isIn(new Set(paths))
  const evidence = [
    ...env.flatMap(({ path, standing, ignoredBy }): Evidence[] => {
      if ((standing === 'ignored' && isShared(ignoredBy)) || shared(path)) return []
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
  if (unseen.length > 0) return { evidence, state: 'look', because: firstOf(unseen) }
  if (places.every(({ ignoredBy }) => isShared(ignoredBy)))
    return { evidence, state: 'holds', because: 'git ignores them, tracks none, and has none in its history' }
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
    .map(({ finding }): Evidence => ({ ...evidenceOf(finding), remedy: 'Leave the value empty, and change it where it is used.' }))
  const own = env.filter(({ path, settings }) => nameOf(path) === '.env' && settings.length > 0)
  const missing = own.flatMap((file) => {
    const example = examples.find((path) => folderOf(path) === folderOf(file.path))
    const known = new Set(settingsIn(texts.get(example ?? '') ?? '').map(({ key }) => key))
    return file.settings.filter(({ key }) => !known.has(key)).map((setting) => lacking(setting, file, example))
  })
  const evidence = [...real, ...missing]
  if (own.length > 0)
    return { evidence, state: 'holds', because: `it has every key of ${firstOf(own.map(({ path }) => path))}, and no real value` }
  if (examples.length === 0) return { evidence, state: 'not here', because: 'there is no env file, and no example of one' }
  return { evidence, state: 'look', because: 'no real value is in it; there is no .env on this disk to compare it with' }
}

const lacking = ({ key, line }: Setting, { path }: EnvFile, example: string | undefined): Evidence => ({
  path,
  line,
  says: example ? `${key} is not in ${example}` : `${key} is in no example`,
  remedy: `Add the keys, without their values, to ${example ?? `${folderOf(path)}.env.example`}.`,
})

const STAGE = /^(?:[A-Z]+_)?ENV(?:IRONMENT)?$|^SPRING_PROFILES_ACTIVE$/
const DEBUG = /^(?:[A-Z]+_)*DEBUG(?:_MODE|_ENABLED)?$/
/** Settings whose values are not secrets. */
export const isPlain = (key: string) => STAGE.test(key) || DEBUG.test(key)

export const production: Judge = ({ env, texts }) => {
  const files = env.filter(({ path }) => isProduction(path))
  const evidence = files.flatMap(({ path, settings }) =>
    settings.flatMap(({ key, line, plain = '' }): Evidence[] => {
      if (STAGE.test(key) && plain !== '' && !/^(?:prod|production|live)$/i.test(plain))
        return [{ path, line, says: `${key}=${plain}`, remedy: `${key}=production` }]
      if (DEBUG.test(key) && plain !== '' && !/^(?:false|0|off|no|none|null)$/i.test(plain))
        return [{ path, line, says: `${key}=${plain}`, remedy: `${key}=False` }]
      return []
    }),
  )
  const sayers = [
    ...files.filter(({ settings }) => settings.some(({ key, plain }) => STAGE.test(key) && plain)).map(({ path }) => path),
    ...[...texts].filter(([path, text]) => isProduction(path) && SAYS.test(text)).map(([path]) => path),
  ]
  return sayers.length > 0
    ? { evidence, state: 'holds', because: `${firstOf(sayers)} says production, and nothing turns debugging on` }
    : { evidence }
}

/** For files that are for production by their names. */
const SAYS = /\b(?:[A-Z]{1,20}_)?ENV(?:IRONMENT)?["']?[ \t]{0,4}[:=][ \t]{0,4}["']?prod/
