/** Secrets given to containers in an exposed way: baked into images, or as environment variables. */
import { isEnvFile } from '../dotenv.ts'
import { baseOf } from '../path.ts'
import { isRecord } from '../record.ts'
import type { Evidence } from './assessment.ts'
import { type Container, containerFiles, containers, dockerfiles, inPlaceOf, NONE, none, unclear } from './containers.ts'
import { assignments, type Instruction } from './dockerfile.ts'
import { elsewhere, inContainerFiles, keepsAny, plainObjects } from './objects.ts'
import { byRule, type Judge, judged } from './opinion.ts'
import { exposesSecret, isSecret } from './secrets.ts'
import { dataIn, inFolder, keyName, lineOf, listIn, wordsIn } from './structure.ts'

/** What the judge reads as a whole, so that its word counts. */
const RULES = ['dockerfile-secret', 'dockerfile-build-arg-secret', 'compose-secret', 'kubernetes-secret-plain'] as const

export const containerSecrets: Judge = (facts) => {
  if (containerFiles(facts).length === 0) return NONE
  const found = inContainerFiles(facts)
  const open = [...unclear(facts), ...elsewhere(facts), ...found.open]
  const evidence = dockerfiles(facts).flatMap(([path, { instructions }]) => instructions.flatMap((one) => baked(path, one)))
  for (const one of containers(facts)) {
    evidence.push(...inEnvironment(one), ...inCommand(one))
    for (const path of one.kind === 'service' ? envFilesOf(one) : []) {
      const file = facts.env.find((env) => env.path === path)
      const secrets = file?.settings.filter(({ key, kind }) => kind === 'value' && isSecret(key)) ?? []
      if (!file) open.push(`${path}, which ${one.path} gives to ${keyName(one.name)}, is not here`)
      else if (secrets.length > 0)
        evidence.push(
          byRule('compose-secret', {
            path: one.path,
            line: lineOf(one.text, ['env_file:', baseOf(path)], one.at),
            says: `${keyName(one.name)} gets ${secrets.map(({ key }) => key).join(', ')} from ${path} as environment variables`,
          }),
        )
    }
  }
  evidence.push(...plainObjects(facts), ...found.evidence)
  if (evidence.length === 0 && open.length === 0 && none(facts) && !keepsAny(facts)) return NONE
  return { ...judged(evidence, open), instead: inPlaceOf(facts, ...RULES) }
}

const LOGINS =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.npmrc|\.netrc|\.pypirc|\.git-credentials|[\w.-]+\.(?:p12|pfx|jks)|master\.key|\.(?:ssh|aws|kube)\/?)$/

function baked(path: string, instruction: Instruction): Evidence[] {
  const { name, text, line } = instruction
  const of = (says: string, rule: string) => byRule(rule, { path, line, says })
  if (name === 'COPY' || name === 'ADD')
    return text
      .split(/[\s,"[\]]+/)
      .filter(Boolean)
      .slice(0, -1)
      .filter((source) => isEnvFile(source) || /(?:^|\/)\.env\*/.test(source) || LOGINS.test(source))
      .map((source) => of(`${name} ${source}`, 'dockerfile-secret'))
  return assignments(instruction).flatMap(({ key, value }) => {
    if (value === undefined || (name === 'ARG' && value === ''))
      return isSecret(key) ? [of(`ARG ${keyName(key)}`, 'dockerfile-build-arg-secret')] : []
    return exposesSecret(key, value) ? [of(`${name} ${keyName(key)}`, 'dockerfile-secret')] : []
  })
}

function inEnvironment({ path, text, name, at, data, kind }: Container): Evidence[] {
  const told = (where: string, rule: string) =>
    environmentOf(kind === 'service' && where === 'args' ? dataIn(data.build).args : data[where])
      .filter(({ key, value }) => (value === undefined ? kind === 'service' && isSecret(key) : exposesSecret(key, value)))
      .map(({ key }) => byRule(rule, { path, line: lineOf(text, [`${where}:`, key], at), says: `${keyName(key)} of ${keyName(name)}` }))
  if (kind === 'pod') return told('env', 'kubernetes-secret-plain')
  return [...told('environment', 'compose-secret'), ...told('args', 'ci-secret-build-arg')]
}

/** An option that says where a secret is, or of which kind, has none itself. */
const ABOUT = /_(?:env|file|ref|name|path|header|ttl|length|class|issuer)$|^public_/i
const PASSED = /(?:^|\s)-{1,2}([\w-]{1,60})[= ]["']?([^\s"'-]\S*)/g

/** In the arguments of what it runs: `redis-server --requirepass …`. */
function inCommand({ path, text, name, at, data, kind }: Container): Evidence[] {
  return ['command', 'entrypoint', 'args'].flatMap((where) => {
    const line = [data[where]].flat().flatMap(wordsIn).join(' ')
    return [...line.matchAll(PASSED)]
      .map(([, option = '', value = '']) => [option.replace(/^require/, '').replaceAll('-', '_'), value] as const)
      .filter(([key, value]) => !ABOUT.test(key) && /pass|secret|token|key/i.test(key) && exposesSecret(key, value))
      .map(([key]) =>
        byRule(kind === 'pod' ? 'kubernetes-secret-plain' : 'compose-secret', {
          path,
          line: lineOf(text, [`${where}:`], at),
          says: `${keyName(key)} in the ${where} of ${keyName(name)}`,
        }),
      )
  })
}

/** From a map, a list of `A=1` and bare names, or a list of maps with name and value. An undefined value comes from elsewhere. */
function environmentOf(said: unknown): { key: string; value: string | undefined }[] {
  if (isRecord(said)) return Object.entries(said).map(([key, value]) => ({ key, value: wordsIn(value)[0] }))
  return listIn(said).flatMap((one) => {
    if (isRecord(one)) return 'value' in one ? [{ key: String(one.name), value: wordsIn(one.value)[0] ?? '' }] : []
    const [, key = '', value] = /^([^=]*)(?:=([\s\S]*))?$/.exec(String(one)) ?? []
    return [{ key, value }]
  })
}

/** Paths are relative to the folder of the file. */
const envFilesOf = ({ path, data }: Container) =>
  (Array.isArray(data.env_file) ? data.env_file : [data.env_file])
    .flatMap((one) => wordsIn(isRecord(one) ? one.path : one))
    .map((file) => inFolder(path, file))
