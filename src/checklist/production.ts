/** What the files for production say about the stage and about debugging. */

import { DOCKERFILES, PIPELINES, PRODUCTION } from '../../patterns/places.ts'
import { baseOf, folderOf } from '../path.ts'
import { firstOf } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import { matching } from './matching.ts'
import type { Judge } from './opinion.ts'
import { isTemplate, pairs } from './structure.ts'

/** By name: VIRTUAL_ENV is a folder, and SENTRY_ENVIRONMENT only a label. */
const STAGE =
  /^(?:(?:NODE|RAILS|RACK|FLASK|FASTAPI|DJANGO|PYTHON|GO|MIX|DENO|BUN|SYMFONY|SERVER|DEPLOY|DEPLOYMENT|RUN|RUNTIME|ASPNETCORE|DOTNET|(?:\w{1,40}_)?APP)_)?ENV(?:IRONMENT)?$|^SPRING_PROFILES_ACTIVE$|^GIN_MODE$/i
const DEBUG = /^(?:[A-Z]+_)*DEBUG(?:_MODE|_ENABLED)?$/i
/** Settings whose values are not secrets. */
export const isPlain = (key: string) => STAGE.test(key) || DEBUG.test(key)

const LIVE = /^(?:prod|production|live|release)$/i
const OTHER_STAGE = /^(?:dev|development|local|debug|test|testing|qa|stage|staging|preview|sandbox|demo)$/i
const OFF = /^(?:false|0|off|no|n|f|none|null|nil)$/i
const ON = /^(?:true|1|on|yes|y|t)$/i
/** An expression that debugs unless the environment says otherwise. */
const ON_BY_DEFAULT = /["'][ \t]*,[ \t]*(?:default[ \t]*=[ \t]*)?["']?(?:true|1|on|yes)\b/i

const [isListed, isDockerfile] = [matching(PRODUCTION), matching(DOCKERFILES)]
const isPipeline = matching([...PIPELINES, '.gitlab-ci*.yml', '/.gitlab/**'])
/** Not a pipeline: its environment is the one that a job deploys to. */
const isProduction = (path: string) =>
  !isPipeline(path) && (isListed(path) || /(?:^|[._-])(?:(?:prod|production)(?=[._-]|$)|live(?:\.\w+)?$)/i.test(baseOf(path)))

interface Said {
  readonly path: string
  readonly line: number
  readonly key: string
  /** Of a setting in an env file, a common word, or `…`; else as it is written, and not to be shown. */
  readonly value: string
}

const says = ({ key, value }: Said, as: RegExp) => STAGE.test(key) && as.test(value)

export const production: Judge = ({ env, texts, yaml }) => {
  const inEnv = env.map(({ path, settings }) =>
    settings.flatMap(({ key, line, plain }) => (plain ? [{ path, line, key, value: plain }] : [])),
  )
  const known = inEnv.filter((said) => said.some((one) => isProduction(one.path) || says(one, LIVE))).flat()
  const read = [...texts].filter(([path]) => isProduction(path) && !env.some((one) => one.path === path))
  const written = read.flatMap(([path, text]) => {
    const documents = /\.json$/.test(path) ? json(text) : yaml.get(path)?.documents
    if (documents) return structured(path, text, documents)
    /** Of an ARG and an ENV, the last one counts. */
    return isDockerfile(path) ? [...new Map(lines(path, text).map((one) => [one.key, one])).values()] : lines(path, text)
  })
  const evidence = [
    ...known.flatMap((one) => breach(one, anything, anything)),
    ...written.flatMap((one) => breach(one, like(OTHER_STAGE), like(ON))),
  ]
  const unknown = [
    ...read.flatMap(([path]) => (isTemplate(yaml.get(path) ?? { text: '', documents: [] }) ? [`${path} is a template`] : [])),
    ...written
      .filter(({ key, value }) => DEBUG.test(key) && !OFF.test(value))
      .map(({ path, key }) => `only the environment says what ${key} is in ${path}`),
  ]
  const sayers = [...new Set([...known, ...written].filter((one) => says(one, LIVE)).map(({ path }) => path))]
  const settled = new Set(
    written.filter(({ path, key, value }) => /\.py$/.test(path) && DEBUG.test(key) && OFF.test(value)).map(({ path }) => folderOf(path)),
  )
  const opinion = {
    evidence,
    instead: (rule: string, path: string) => rule === 'debug-by-default' && settled.has(folderOf(path)) && !isProduction(path),
  }
  if (unknown.length > 0) return { ...opinion, state: 'look', because: firstOf(unknown) }
  if (sayers.length === 0) return opinion
  return { ...opinion, state: 'holds', because: `${firstOf(sayers)} says production, and nothing turns debugging on` }
}

type Test = (value: string) => boolean
const anything: Test = () => true
const like =
  (as: RegExp): Test =>
  (value) =>
    as.test(value)

/** Which values breach, of those that are neither production nor off. */
function breach({ path, line, key, value }: Said, isBreach: Test, isOn: Test): Evidence[] {
  if (STAGE.test(key) && !LIVE.test(value) && isBreach(value)) return [{ path, line, says: `${key}=${value}`, remedy: `${key}=production` }]
  if (!DEBUG.test(key) || OFF.test(value)) return []
  if (isOn(value)) return [{ path, line, says: `${key}=${value}`, remedy: `${key}=False` }]
  return ON_BY_DEFAULT.test(value) ? [{ path, line, says: `${key} is on by default`, remedy: `${key}=False` }] : []
}

function json(text: string): readonly unknown[] | undefined {
  try {
    return [JSON.parse(text)]
  } catch {
    return undefined
  }
}

/** Each pair on the line that says so, else on the first one that names the key. */
function structured(path: string, text: string, documents: readonly unknown[]): Said[] {
  const at = new Map<string, number[]>()
  const put = (what: string, line: number) => void (at.get(what)?.push(line) ?? at.set(what, [line]))
  for (const { key, value, line } of lines(path, text)) put(`${key}=${value}`, line)
  for (const [line, code] of codeOf(text)) for (const [key] of code.matchAll(/\w+/g)) if (isPlain(key) && !at.has(key)) put(key, line)
  return [...pairs(documents)]
    .filter(([key]) => isPlain(key))
    .map(([key, value]) => ({ path, line: at.get(`${key}=${value}`)?.shift() ?? at.get(key)?.[0] ?? 1, key, value }))
}

const COMMENT = /^[ \t]*(?:#|\/\/|\/?\*|;).*|[ \t](?:#|\/\/)[ \t].*/g
/** In a shell, `[ "$DEBUG" = true ]` asks. */
const ASKED = /\[[ \t]+[^\]]{0,20}\$[^\]]{0,200}\]|\btest[ \t]+[^;&|]{0,20}\$[^;&|]{0,200}/g
/** `DEBUG = True`, `debug: bool = True`, `"debug" => true`, `ENV A=b DEBUG=1`: the value is a word, with what ends it, or an expression. */
const WRITTEN =
  /(?<![\w.-])(\w{0,40}(?:ENV(?:IRONMENT)?|DEBUG)(?:_\w{1,10})?)["']?\]?(?:[ \t]*:[ \t]*bool)?[ \t]*(?:=>|[:=](?!=))[ \t]*(?=(.{0,200}))/gi
const WORD = /^(["']?)([\w*:-]{1,20})\1[ \t]*(?=[,;})\]]|\r?$|\w+=)/

/** Its lines, numbered, without comments and questions. */
const codeOf = (text: string) => text.split(/\r?\n/).map((line, i) => [i + 1, line.replace(COMMENT, '').replace(ASKED, '')] as const)

const lines = (path: string, text: string): Said[] =>
  codeOf(text).flatMap(([line, code]) =>
    [...code.matchAll(WRITTEN)].flatMap(({ 1: key = '', 2: rest = '' }) =>
      isPlain(key) ? [{ path, line, key, value: WORD.exec(rest)?.[2] ?? rest }] : [],
    ),
  )
