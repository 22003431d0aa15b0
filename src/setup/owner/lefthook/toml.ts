/** Our jobs at the end of a TOML config, where a table can always be added. */
import { withBlock, withoutBlocks } from '../../block.ts'
import type { HookName } from '../owner.ts'
import { runOf } from './job.ts'

export const withoutJobs = withoutBlocks

export function withJobs(_path: string, text: string, hooks: readonly HookName[]): string | undefined {
  if (hooks.every((hook) => text.includes(runOf(hook)))) return text
  const bare = withoutBlocks(text)
  // `pre-commit = { … }`, `pre-commit.jobs = […]`, and `jobs = […]` in a table are closed: a table cannot extend them.
  if (/^[ \t]*(?:["']?(?:pre-(?:commit|merge-commit|applypatch|push)|commit-msg)["']?[ \t]*[.=]|jobs[ \t]*=)/m.test(bare)) return undefined
  const old = /^[ \t]*\[[\w"'-]+\.commands\b/m.test(bare) && !/^[ \t]*\[\[[\w"'-]+\.jobs\b/m.test(bare)
  return withBlock(bare, bare.length, { lines: hooks.flatMap((hook) => table(hook, old)) })
}

function table(hook: HookName, old: boolean): string[] {
  const head = old ? [`[${hook}.commands.leakgate]`] : [`[[${hook}.jobs]]`, 'name = "leakgate"']
  return [...head, `run = '${runOf(hook)}'`, ...(hook === 'pre-push' ? ['use_stdin = true'] : [])]
}
