/** Secrets given to containers in an exposed way: baked into images, or as environment variables. */
import { isEnvFile } from '../dotenv.ts'
import { isRecord } from '../record.ts'
import type { Evidence } from './assessment.ts'
import { type Container, containers, dockerfiles, unclear } from './containers.ts'
import { assignments, type Instruction } from './dockerfile.ts'
import type { Facts } from './facts.ts'
import { type Judge, judged } from './opinion.ts'
import { isOther, isSecret, urlPassword } from './secrets.ts'
import { dataIn, lineOf, listIn, maps, wordsIn } from './structure.ts'

const MOUNTED = 'Everyone with the image has it. Mount it: RUN --mount=type=secret,id=name at the build, a Docker secret at run time.'
const DOCKER_SECRET = 'Use Docker secrets: secrets: in the file, and the _FILE variable of the image (POSTGRES_PASSWORD_FILE).'
const SECRET_REF = 'Keep it in a Secret of its own, made from Sealed Secrets, External Secrets or SOPS: valueFrom.secretKeyRef.'

export const containerSecrets: Judge = (facts) => {
  const open = unclear(facts)
  const evidence = dockerfiles(facts).flatMap(([path, { instructions }]) => instructions.flatMap((one) => baked(path, one)))
  for (const one of containers(facts)) {
    evidence.push(...inEnvironment(one))
    for (const path of one.kind === 'service' ? envFilesOf(one) : []) {
      const file = facts.env.find((env) => env.path === path)
      const secrets = file?.settings.filter(({ key, kind }) => kind === 'value' && isSecret(key)) ?? []
      if (!file) open.push(`${path}, which ${one.path} gives to ${shown(one.name)}, is not here`)
      else if (secrets.length > 0)
        evidence.push({
          path: one.path,
          line: lineOf(one.text, ['env_file:', path.slice(path.lastIndexOf('/') + 1)], one.at),
          says: `${shown(one.name)} gets ${secrets.map(({ key }) => key).join(', ')} from ${path} as environment variables`,
          remedy: DOCKER_SECRET,
          rule: 'compose-secret',
        })
    }
  }
  return judged([...evidence, ...plainObjects(facts)], open)
}

const LOGINS = /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.npmrc|\.netrc|\.pypirc|\.git-credentials|[\w.-]+\.(?:p12|pfx|jks))$/

function baked(path: string, instruction: Instruction): Evidence[] {
  const { name, text, line } = instruction
  const of = (says: string, rule: string): Evidence => ({ path, line, says, remedy: MOUNTED, rule })
  if (name === 'COPY' || name === 'ADD')
    return text
      .split(/[\s,"[\]]+/)
      .filter(Boolean)
      .slice(0, -1)
      .filter((source) => isEnvFile(source) || /(?:^|\/)\.env\*/.test(source) || LOGINS.test(source))
      .map((source) => of(`${name} ${source}`, 'dockerfile-secret'))
  return assignments(instruction).flatMap(({ key, value }) => {
    if (value === undefined || (name === 'ARG' && value === ''))
      return isSecret(key) ? [of(`ARG ${shown(key)}`, 'dockerfile-build-arg-secret')] : []
    return exposesSecret(key, value) ? [of(`${name} ${shown(key)}`, 'dockerfile-secret')] : []
  })
}

/** A key as container files take them. Any other one may be a text with a secret in it. */
const shown = (key: string) => (/^[\w.-]{1,80}$/.test(key) ? key : 'a key')

/** Does a variable with this name and value expose a secret? A reference (`${DB_PASSWORD}`) does, too: the container gets its value. */
function exposesSecret(key: string, value: string): boolean {
  const inUrl = urlPassword(key, value)
  if (inUrl !== undefined) return inUrl !== ''
  return value !== '' && isSecret(key) && !isOther(key, value)
}

function inEnvironment({ path, text, name, at, data, kind }: Container): Evidence[] {
  const told = (where: string, rule: string) =>
    variables(kind === 'service' && where === 'args' ? dataIn(data.build).args : data[where])
      .filter(({ key, value }) => (value === undefined ? kind === 'service' && isSecret(key) : exposesSecret(key, value)))
      .map(({ key }): Evidence => {
        const line = lineOf(text, [`${where}:`, key], at)
        return { path, line, says: `${shown(key)} of ${shown(name)}`, remedy: kind === 'service' ? DOCKER_SECRET : SECRET_REF, rule }
      })
  if (kind === 'pod') return told('env', 'kubernetes-secret-plain')
  return [...told('environment', 'compose-secret'), ...told('args', 'ci-secret-build-arg')]
}

/** From a map, a list of `A=1` and bare names, or a list of maps with name and value. An undefined value comes from elsewhere. */
function variables(said: unknown): { key: string; value: string | undefined }[] {
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
    .map((file) => inFolder(path.slice(0, path.lastIndexOf('/') + 1), file))

function inFolder(folder: string, file: string): string {
  const parts: string[] = []
  for (const part of `${folder}${file}`.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  return parts.join('/')
}

/** Kubernetes Secrets and ConfigMaps that contain a secret itself, in files where no rule has found it. */
function plainObjects({ yaml, tree }: Facts): Evidence[] {
  const told = new Set(tree.flatMap(({ finding: { rule, path } }) => (rule.startsWith('kubernetes-secret') ? [path] : [])))
  return [...yaml].flatMap(([path, { text, documents }]) =>
    told.has(path)
      ? []
      : [...maps(documents)].flatMap(([{ kind, apiVersion, data, stringData }]) => {
          if (apiVersion !== 'v1' || (kind !== 'Secret' && kind !== 'ConfigMap')) return []
          return Object.entries({ ...dataIn(data), ...dataIn(stringData) })
            .filter(([key, value]) => wordsIn(value).some((one) => (kind === 'Secret' ? isKept(key, one) : exposesSecret(key, one))))
            .map(([key]): Evidence => {
              return {
                path,
                line: lineOf(text, [kind, `${key}:`]),
                says: `${shown(key)} of a ${kind}`,
                remedy: SECRET_REF,
                rule: 'kubernetes-secret-plain',
              }
            })
        }),
  )
}

/** Certificates are public, and templates contain no value yet. */
const isKept = (key: string, value: string) => value !== '' && !/^(?:ca|tls)\.crt$/.test(key) && !/^\$|\{\{|^</.test(value)
