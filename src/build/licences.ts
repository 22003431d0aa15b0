/** The licences of what is bundled, in one file that ships with it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** `inputs`: the files that went into the bundles. */
export function licences(inputs: readonly string[]): void {
  const folders = [...new Set(inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []))].sort()
  writeFileSync('dist/THIRD-PARTY-LICENSES.txt', folders.map(licence).join(`\n${'-'.repeat(80)}\n`))
}

function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
  const text = file && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `Licence: ${license}`
  return `${name} ${version}\n\n${text}\n`
}
