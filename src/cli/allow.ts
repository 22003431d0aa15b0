/** `leakgate allow`: records that a finding is not a secret, with the reason. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gitAt, repository } from '../collect/repository.ts'
import { UserError } from '../errors.ts'
import { FINGERPRINT } from '../fingerprint.ts'
import { committedConfig } from '../gate/committed.ts'
import { stagedReport } from '../gate/staged.ts'
import { expired } from '../judge/verdict.ts'
import { scanned } from '../packed.ts'
import { REASON } from '../reason.ts'
import { printable } from '../report/style.ts'
import { settingsOf, today } from '../settings.ts'
import { allowing } from '../setup/allowing.ts'
import { configIn, PLACES } from '../setup/config.ts'
import { applyEdits, contentOf } from '../setup/edits.ts'
import { isDate } from '../setup/fields.ts'
import { configOnDisk, placeOnDisk } from '../setup/find.ts'
import { word } from '../shell.ts'
import type { Allowance } from '../types.ts'
import type { Command } from './command.ts'
import { say } from './show.ts'

export const allow: Command = {
  name: 'allow',
  operands: 'FINGERPRINT',
  summary: 'record in the config that a finding is not a secret',
  options: {
    reason: { type: 'string', value: 'TEXT', help: 'why; required' },
    expires: { type: 'string', value: 'YYYY-MM-DD', help: 'the last day it is valid' },
  },
  notes: ['The refusal shows the fingerprint. It stays the same when the code moves; another secret in its place is refused.'],
  async run(args) {
    const [fingerprint = ''] = args.positionals
    const reason = args.text('reason')?.trim()
    const expires = args.text('expires')
    if (!FINGERPRINT.test(fingerprint))
      throw new UserError(
        2,
        'allow needs a fingerprint: 12 hex digits, as shown in the refusal.',
        'npx leakgate allow 9f2c41d07ab3 --reason "…"',
      )
    if (!reason || !REASON.test(reason))
      throw new UserError(
        2,
        'An allowance needs a reason, in words.',
        `npx leakgate allow ${fingerprint} --reason "why this is not a secret"`,
      )
    if (expires && (!isDate(expires) || expires < today()))
      throw new UserError(2, `--expires needs a date from today on, not ${expires}.`, 'Example: --expires 2030-12-31')
    const { top } = await repository(process.cwd())
    if (await holdsSecret(top, reason))
      throw new UserError(
        2,
        'The reason holds a secret, or what looks like one: it would be committed with the config.',
        `npx leakgate allow ${fingerprint} --reason "why this is not a secret, without its text"`,
      )
    const known = await allowance(top, fingerprint)
    const until = expires ?? known?.expires
    if (known?.reason === reason && known.expires === until) {
      const counts = (await committedConfig(''))?.allow.some((one) => one.fingerprint === fingerprint)
      const said = counts ? '' : `Stage it, as only the staged config counts: git add -f ${word(known.config)}\n`
      say(`Already allowed in ${known.config}: ${printable(known.reason)}\n${said}`)
      return counts ? 0 : 1
    }
    const { config, staged } = await write(top, { fingerprint, reason, ...(until ? { expires: until } : {}) })
    const found = (await stagedReport()).verdicts.find(({ finding }) => finding.fingerprint === fingerprint)
    const what = found ? `${found.finding.title} in ${printable(found.finding.path)}` : fingerprint
    say(
      `${what} is allowed in ${config}${staged ? ', which is staged' : `. Stage it, as only the staged config counts: git add -f ${word(config)}`}.\n${found ? '' : 'Nothing staged has this fingerprint: it is for findings of an audit, and of later commits.\n'}`,
    )
    return 0
  },
}

async function holdsSecret(top: string, reason: string): Promise<boolean> {
  const verdicts = scanned('the reason', Buffer.from(reason), settingsOf(await configOnDisk(top)))
  return verdicts.some(({ finding }) => !finding.policy)
}

/** The allowance for this fingerprint that is valid today. */
async function allowance(top: string, fingerprint: string): Promise<(Allowance & { readonly config: string }) | undefined> {
  const { allow, file: config = '' } = await configOnDisk(top)
  const known = allow.find((one) => one.fingerprint === fingerprint && !expired(one, today()))
  return known && { ...known, config }
}

async function write(top: string, allowance: Allowance): Promise<{ config: string; staged: boolean }> {
  const path = join(top, (await placeOnDisk(top)) ?? PLACES[0])
  const name = relative(top, path)
  const clean =
    !existsSync(path) ||
    (await gitAt(top, 'status', '--porcelain', '--untracked-files=all', '--', name)).trim() === '' ||
    (await gitAt(top, 'diff', '--name-only', '--', name)).trim() === ''
  const before = contentOf(path)
  const edit = allowing(path, before, allowance)
  await configIn(name, edit.after ?? '') // check that the result is a valid config
  applyEdits([edit])
  // Forced: the config is used even if .gitignore lists it.
  const staged =
    clean &&
    (await gitAt(top, 'add', '-f', '--', name).then(
      () => true,
      () => false,
    )) // git refuses outside of a sparse checkout
  return { config: name, staged }
}
