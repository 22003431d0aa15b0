/** Our jobs in a JSON config: first in existing lists, else in new sections. */
import type { Node } from 'jsonc-parser'
import { jsonTree, nodeAt, withFirst, withoutNode } from '../../json.ts'
import { HOOKS, type HookName } from '../owner.ts'
import { jobOf, runOf } from './job.ts'

export function withJobs(_path: string, text: string, hooks: readonly HookName[]): string | undefined {
  let after: string | undefined = text
  for (const hook of [...hooks].reverse()) after = after === undefined ? undefined : withJob(after, hook)
  return after
}

function withJob(text: string, hook: HookName): string | undefined {
  const tree = jsonTree(text)
  if (tree?.type !== 'object') return undefined
  const found = ours(tree, hook)
  const [old, now] = [found && nodeAt(found, 'run'), JSON.stringify(runOf(hook))]
  if (found) return old ? text.slice(0, old.offset) + now + text.slice(old.offset + old.length) : undefined
  const [jobs, commands, section] = [nodeAt(tree, hook, 'jobs'), nodeAt(tree, hook, 'commands'), nodeAt(tree, hook)]
  const item = JSON.stringify({ name: 'leakgate', ...jobOf(hook) })
  if (jobs) return jobs.type === 'array' ? withFirst(text, jobs, item) : undefined
  if (commands) return commands.type === 'object' ? withFirst(text, commands, `"leakgate": ${JSON.stringify(jobOf(hook))}`) : undefined
  if (section) return section.type === 'object' ? withFirst(text, section, `"jobs": [ ${item} ]`) : undefined
  return withFirst(text, tree, `${JSON.stringify(hook)}: { "jobs": [ ${item} ] }`)
}

export function withoutJobs(text: string): string {
  return HOOKS.reduce((rest, hook) => {
    const tree = jsonTree(rest)
    const found = tree && ours(tree, hook)
    if (!found) return rest
    return withoutNode(rest, emptied(rest, found, hook))
  }, text)
}

/** Our item; or the list or section around it, if that is as we wrote it. */
function emptied(text: string, item: Node, hook: HookName): Node {
  const node = item.parent?.type === 'property' ? item.parent : item
  const content = text.slice(item.offset, item.offset + item.length)
  const list = item.parent?.parent
  const section = list?.parent?.parent
  const written = (one: Node | undefined, as: string) => one !== undefined && text.slice(one.offset, one.offset + one.length) === as
  if (written(section, `${JSON.stringify(hook)}: { "jobs": [ ${content} ] }`) && section) return section
  return written(list, `"jobs": [ ${content} ]`) && list ? list : node
}

function ours(tree: Node, hook: HookName): Node | undefined {
  const named = nodeAt(tree, hook, 'jobs')?.children?.find((one) => nodeAt(one, 'name')?.value === 'leakgate')
  return named ?? nodeAt(tree, hook, 'commands', 'leakgate')
}
