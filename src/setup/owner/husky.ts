/** husky: git runs `.husky/_/<hook>`, which it generates, and that runs `.husky/<hook>`, which is the team's. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Edit, Repository } from '../../types.ts'
import { withBlock } from '../block.ts'
import { contentOf } from '../edits.ts'
import { jsonTree, nodeAt } from '../json.ts'
import { effective, HOOKS, type HookName, type Owner, runLine, scriptLines } from './owner.ts'
import { firstLine, MADE, withoutUs } from './script.ts'

export const husky: Owner = {
  install(repository, hooks) {
    const folder = folderOf(repository)
    if (!folder) return undefined
    return {
      owner: 'husky',
      edits: hooks.map((hook) => installed(join(folder, hook), hook)),
      notes: [
        `Commit the files in ${folder.slice(repository.top.length + 1)}: every clone runs them after its own \`npx leakgate init\`.`,
        'husky is off in a linked work tree, and git says nothing of it, until `npx husky` has run there.',
      ],
      ...(existsSync(join(folder, '_', 'h')) && repository.hooksPath ? {} : { sync: ['husky'] }),
    }
  },
  remove(repository) {
    const folders = new Set([join(repository.top, '.husky'), folderOf(repository) ?? ''])
    return { edits: [...folders].filter(Boolean).flatMap((folder) => HOOKS.flatMap((hook) => withoutUs(join(folder, hook)))) }
  },
}

/** The folder of the team's hooks. Where husky has not run yet, core.hooksPath does not say. */
function folderOf(repository: Repository): string | undefined {
  const { top, hooks, hooksPath } = repository
  if (/(?:^|[\\/])\.husky[\\/]_[\\/]?$/.test(hooksPath?.value ?? '')) return dirname(hooks)
  const waiting = !hooksPath && existsSync(join(top, '.husky')) && effective(repository, 'pre-commit') === undefined && inPackage(top)
  return waiting ? join(top, '.husky') : undefined
}

function inPackage(top: string): boolean {
  const tree = jsonTree(contentOf(join(top, 'package.json')) ?? '')
  return ['devDependencies', 'dependencies'].some((kind) => nodeAt(tree, kind, 'husky') !== undefined)
}

/** husky has sh run the file, executable or not. */
function installed(path: string, hook: HookName): Edit {
  const before = contentOf(path)
  const text = before ?? ''
  const after = withBlock(text, firstLine(text), { lines: scriptLines(hook, runLine(hook)), ...(before === undefined && { note: MADE }) })
  return { path, before, after, why: before === undefined ? `runs leakgate at ${hook}` : `runs leakgate at ${hook}, before what is there` }
}
