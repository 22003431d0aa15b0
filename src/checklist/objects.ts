/** Secrets that container files keep outside of the containers themselves: in Kubernetes objects, in what a file includes, in any line. */
import { settingsIn } from '../dotenv.ts'
import { type Data, isRecord } from '../record.ts'
import { count } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import { containerFiles, containers, isOfContainers } from './containers.ts'
import type { Facts } from './facts.ts'
import { byRule, evidenceOf } from './opinion.ts'
import { exposesSecret } from './secrets.ts'
import { dataIn, inFolder, keyName, lineOf, listIn, maps, pairs, wordsIn } from './structure.ts'

/** Kubernetes Secrets and ConfigMaps that contain a secret itself, and generators of them, in files where no rule has found it. */
export function plainObjects({ yaml, tree }: Facts): Evidence[] {
  const told = new Set(tree.flatMap(({ finding: { rule, path } }) => (/^kubernetes-secret-(?:manifest|dump)/.test(rule) ? [path] : [])))
  return [...yaml].flatMap(([path, { text, documents }]) =>
    told.has(path)
      ? []
      : [...maps(documents)].flatMap(([map]) =>
          [...inObject(map), ...inGenerators(map)].map(([kind, key]) =>
            byRule('kubernetes-secret-plain', { path, line: lineOf(text, [kind, key]), says: `${keyName(key)} of a ${kind}` }),
          ),
        ),
  )
}

/** Is there an object that keeps something for containers? */
export const keepsAny = ({ yaml }: Facts) =>
  [...yaml.values()].some(({ documents }) =>
    [...maps(documents)].some(
      ([map]) => map.kind === 'Secret' || map.kind === 'ConfigMap' || map.secretGenerator || map.configMapGenerator,
    ),
  )

type Kept = readonly [kind: string, key: string]

function inObject({ kind, apiVersion, data, stringData }: Data): Kept[] {
  if (kind !== 'Secret' && (kind !== 'ConfigMap' || apiVersion !== 'v1')) return []
  return Object.entries({ ...dataIn(data), ...dataIn(stringData) })
    .filter(([key, value]) => wordsIn(value).some((one) => (kind === 'Secret' ? isKept(key, one) : exposes(key, one))))
    .map(([key]) => [kind, key])
}

/** Of Kustomize: `literals: [password=…]`. */
const inGenerators = (map: Data): Kept[] =>
  (['secretGenerator', 'configMapGenerator'] as const).flatMap((kind) =>
    listIn(map[kind]).flatMap((one) =>
      listIn(dataIn(one).literals)
        .flatMap(wordsIn)
        .map((literal) => [literal.split('=', 1)[0] ?? '', literal.slice(literal.indexOf('=') + 1)] as const)
        .filter(([key, value]) => (kind === 'secretGenerator' ? isKept(key, value) : exposesSecret(key, value)))
        .map(([key]): Kept => [kind, key]),
    ),
  )

/** A value may be a whole file of settings. */
const exposes = (key: string, value: string) =>
  value.includes('\n') ? settingsIn(value).some((one) => exposesSecret(one.key, one.value)) : exposesSecret(key, value)

/** Certificates are public, and templates, references and encrypted values contain no value yet. */
const isKept = (key: string, value: string) =>
  value !== '' && !/^(?:ca|tls)\.crt$/.test(key) && !/^\$|\{\{|^<|^ENC\[|^(?:ref\+)?vault:/.test(value)

/** What else may hold secrets of containers: files that a compose file includes, the values of a Helm chart. */
export function elsewhere(facts: Facts): string[] {
  const included = [...facts.yaml].flatMap(([path, { documents = [] }]) =>
    documents.flatMap((document) =>
      listIn(dataIn(document).include)
        .flatMap((one) => (isRecord(one) ? [one.path].flat() : one))
        .flatMap(wordsIn)
        .map((file) => [path, file] as const),
    ),
  )
  const extended = containers(facts).flatMap(({ path, data }) => wordsIn(dataIn(data.extends).file).map((file) => [path, file] as const))
  const gone = [...included, ...extended].filter(
    ([path, file]) => isOfContainers(path, facts.texts.get(path) ?? '') && !facts.yaml.has(inFolder(path, file)),
  )
  const values = [...facts.yaml].filter(([path]) => /(?:^|\/)values[\w.-]*\.ya?ml$/.test(path))
  return [
    ...gone.map(([path, file]) => `${file}, which ${path} includes, is not here`),
    ...values.flatMap(([path, { documents }]) => {
      const key = [...pairs(documents)].find(([key, value]) => exposesSecret(key, value))?.[0]
      return key ? [`${path} sets ${keyName(key)}`] : []
    }),
  ]
}

/** What the gate finds in a container file is a secret in it, wherever it stands: in a command, a label, a health check. */
export function inContainerFiles(facts: Facts): { readonly evidence: readonly Evidence[]; readonly open: readonly string[] } {
  const files = new Set(containerFiles(facts))
  const found = facts.tree.filter(({ finding: { policy, path } }) => !policy && files.has(path))
  const doubtful = found.filter(({ outcome }) => outcome === 'warned').length
  return {
    evidence: found.filter(({ outcome }) => outcome === 'blocked').map(({ finding }) => evidenceOf(finding)),
    open: doubtful > 0 ? [`${count(doubtful, 'finding')} may be a secret`] : [],
  }
}
