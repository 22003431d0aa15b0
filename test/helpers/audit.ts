/** Audits in this process, as the command makes them; and the command itself, as it is built. */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Executors } from '../../src/audit/executors.ts'
import { repositoryAt } from '../../src/audit/repositories.ts'
import { type AuditResult, auditRepository, type Scope } from '../../src/audit/scopes.ts'
import { AUDIT } from '../../src/judge/thresholds.ts'
import type { Repo } from './repo.ts'

const BIN = join(import.meta.dirname, '../../bin/leakgate.cjs')

export async function auditOf(here: Repo, scope: Scope): Promise<AuditResult> {
  const progress = { listed: () => {}, looked: () => {}, end: () => {} }
  const how = { least: AUDIT, executors: new Executors(false, 1), progress, interrupt: new AbortController(), cached: false }
  const looked = await auditRepository(scope, await repositoryAt(here.top, how), how)
  how.executors.end()
  return looked
}

export const leakgate = (here: Repo, ...args: readonly string[]) => fed(here, '', ...args)

/** With this on its standard input. */
export function fed(here: Repo, input: string, ...args: readonly string[]): { code: number; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: here.top,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return { code: status ?? 128, out: stdout, error: stderr }
}

/** Begins the command, and kills it when so many milliseconds have gone. */
export function killed(here: Repo, after: number, ...args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: here.top, stdio: 'ignore' })
    child.on('close', () => resolve())
    setTimeout(() => child.kill('SIGKILL'), after)
  })
}
