/** `npm run picture`: writes the README's picture of a refusal from real output. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { sample } from './sample.ts'
import { packed, world } from './world.ts'

const PLACE = /(<!-- picture[^>]*-->\n```\n)[\s\S]*?(```\n<!-- \/picture -->)/

/** A commit of three things that must not be committed, as the person sees it. */
export function picture(leakgate: string): string {
  const here = world(leakgate)
  try {
    here.write('src/billing.ts', sample("import Stripe from 'stripe'\n\nconst stripe = new Stripe('sk_live_{base62:24}')\n", 'picture'))
    here.write('config/db.yml', sample('production:\n  user: app\n  password: {base62:18}\n', 'picture'))
    here.write('.env', 'DB_PASSWORD=tuesday\nSMTP_PASS=garden\n')
    const { said } = here.run('leakgate init --quiet; git add . && git commit -m "Take money"')
    return `$ git commit -m "Take money"\n${said.trimEnd()}\n`
  } finally {
    here.remove()
  }
}

export const pictureIn = (readme: string) => PLACE.exec(readme)?.[0] ?? ''
export const withPicture = (readme: string, text: string) =>
  readme.replace(PLACE, (_, head: string, tail: string) => `${head}${text}${tail}`)

if (process.argv[1]?.endsWith('picture.ts')) {
  const leakgate = packed()
  writeFileSync('README.md', withPicture(readFileSync('README.md', 'utf8'), picture(leakgate)))
  rmSync(dirname(leakgate), { recursive: true, force: true })
}
