/** The licences of everything bundled, in one file that is shipped. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** `inputs`: the files in the bundles. Packages with the same licence text are grouped, each with its own copyright. */
export function licences(inputs: readonly string[]): void {
  const folders = [...new Set(inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []))].sort()
  const groups = new Map<string, Licence[]>()
  for (const one of folders.map(licence)) {
    const words = one.text.replace(COPYRIGHT, '').replace(/\s+/g, ' ').trim()
    groups.set(words, [...(groups.get(words) ?? []), one])
  }
  writeFileSync('dist/THIRD-PARTY-LICENSES.txt', [...groups.values()].map(written).join(`\n${'-'.repeat(80)}\n`))
}

const COPYRIGHT = /^.*\bcopyright (?:\(c\)|©|\d).*$/gim

interface Licence {
  readonly name: string
  readonly text: string
}

function licence(folder: string): Licence {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
  const text = file && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `Licence: ${license}`
  return { name: `${name} ${version}`, text }
}

function written(group: readonly Licence[]): string {
  const [first, ...others] = group
  const names = others.flatMap(({ name, text }) => [name, ...(text.match(COPYRIGHT) ?? []).map((line) => `  ${line.trim()}`)])
  return `${names.join('\n')}${names.length > 0 ? '\n' : ''}${first?.name}\n\n${first?.text}\n`
}
