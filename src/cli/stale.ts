/** Allowances without effect: they have expired, or what they allowed is gone. */

import { auditingAll } from '../audit/auditing.ts'
import { repositoryAt } from '../audit/repositories.ts'
import { auditRepository } from '../audit/scopes.ts'
import { committedConfig } from '../gate/committed.ts'
import { AUDIT } from '../judge/thresholds.ts'
import { covers, expired } from '../judge/verdict.ts'
import { today } from '../settings.ts'
import type { Allowance, Config } from '../types.ts'

/** How many are listed one by one. */
const FEW = 5

/** A line per allowance of the staged config that can be removed, at most a few. If there are allowances, it scans the tree, cached. */
export async function staleAllowances(): Promise<string[]> {
  const config = await committedConfig('')
  if (!config) return []
  const lines = [
    ...over(config).map((line) => `${line}. Remove it from ${config.file}, or extend it.`),
    ...(await idle(config)).map((one) => `the allowance for ${subject(one)} matches nothing in this tree any more: ${one.reason}`),
  ].map((line) => line.charAt(0).toUpperCase() + line.slice(1))
  const more = lines.length - FEW
  return more > 1 ? [...lines.slice(0, FEW), `${more} more allowances can be removed.`] : lines
}

/** The expired allowances. */
export const over = ({ allow }: Config) =>
  allow.filter((one) => expired(one, today())).map((one) => `the allowance for ${subject(one)} expired on ${one.expires}: ${one.reason}`)

const subject = ({ fingerprint, rule, paths = [] }: Allowance) => fingerprint ?? [...(rule ? [rule] : []), paths.join(', ')].join(' in ')

async function idle(config: Config): Promise<Allowance[]> {
  const holding = config.allow.filter((one) => !expired(one, today()))
  if (holding.length === 0) return []
  return auditingAll({ least: AUDIT, cached: true }, async (audit) => {
    const here = await repositoryAt('.', audit, config)
    const { verdicts } = await auditRepository({ kind: 'tree', shard: undefined }, here, audit)
    return holding.filter((one) => !verdicts.some(({ finding }) => covers(one, finding)))
  })
}
