/** Our jobs between the lines of a YAML config: in existing lists, else in new sections at the end. */
import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../../../record.ts'
import { insertBlock, withoutBlocks } from '../../block.ts'
import { type Section, section, yaml } from '../../yaml.ts'
import type { HookName } from '../owner.ts'
import { command, job, jobOf, runOf } from './job.ts'

export const withoutJobs = withoutBlocks

/** The result is parsed again, and must be the original plus our jobs, and nothing else. */
export function withJobs(path: string, text: string, hooks: readonly HookName[]): string | undefined {
  if (hooks.every((hook) => text.includes(`\n${runOf(hook)}`) || text.includes(` ${runOf(hook)}`))) return text
  const bare = withoutBlocks(text)
  const old = /^[ \t]+commands:/m.test(bare) && !/^[ \t]+jobs:/m.test(bare)
  let after = bare
  const missing: HookName[] = []
  for (const hook of hooks) {
    const found = section(after, hook)
    if (found) after = inside(after, hook, found, old)
    else missing.push(hook)
  }
  const lines = missing.flatMap((hook) => [`${hook}:`, old ? '  commands:' : '  jobs:', ...(old ? command : job)(hook, '    ')])
  if (lines.length > 0) after = insertBlock(after, after.length, { lines })
  const data = yaml(path, bare)
  return isRecord(data) && isDeepStrictEqual(yaml(path, after), expected(data, hooks, old)) ? after : undefined
}

/** Inserts at the start of the hook's list, or a list at the start of the hook. */
function inside(text: string, hook: HookName, found: Section, old: boolean): string {
  const jobs = section(text, 'jobs', found)
  const commands = section(text, 'commands', found)
  const filled = ({ first, end }: Section) => first < end
  if (found.inline) return text
  if (jobs && filled(jobs)) return insertBlock(text, jobs.first, { lines: job(hook, ''), indent: jobs.indent })
  if (!jobs && commands && filled(commands)) return insertBlock(text, commands.first, { lines: command(hook, ''), indent: commands.indent })
  if (jobs || commands) return text
  const lines = old ? ['commands:', ...command(hook, '  ')] : ['jobs:', ...job(hook, '  ')]
  return insertBlock(text, found.first, { lines, indent: found.indent || '  ' })
}

/** The config as data, with our jobs. */
function expected(data: Record<string, unknown>, hooks: readonly HookName[], old: boolean): unknown {
  const sections = hooks.map((hook) => {
    const before = isRecord(data[hook]) ? data[hook] : {}
    const named = jobOf(hook)
    const commands = isRecord(before.commands) ? before.commands : undefined
    const intoCommands = !Array.isArray(before.jobs) && (commands || old)
    const after = intoCommands
      ? { commands: { leakgate: named, ...commands } }
      : { jobs: [{ name: 'leakgate', ...named }, ...(Array.isArray(before.jobs) ? before.jobs : [])] }
    return [hook, { ...before, ...after }]
  })
  return { ...data, ...Object.fromEntries(sections) }
}
