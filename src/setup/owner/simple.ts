/** simple-git-hooks: its config has a command per hook, which it writes into git's hooks. Ours goes before the team's. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Node } from 'jsonc-parser'
import type { Repository } from '../../types.ts'
import { withoutBlocks } from '../block.ts'
import { contentOf, type Edit } from '../edits.ts'
import { jsonTree, nodeAt, raw, withFirst, withoutNode } from '../json.ts'
import { ELSEWHERE, effective, foreign, HOOKS, type HookName, type Owner, owns, runLine, scriptLines } from './owner.ts'

const CODE = ['.simple-git-hooks', 'simple-git-hooks'].flatMap((name) => ['cjs', 'js', 'mjs'].map((end) => `${name}.${end}`))
const DATA = ['.simple-git-hooks.json', 'simple-git-hooks.json', 'package.json'] as const

const MARK = /SKIP_SIMPLE_GIT_HOOKS/
const SYNC = ['simple-git-hooks'] as const

export const simpleGitHooks: Owner = {
  install(repository, hooks) {
    if (!owns(repository, MARK) && !wrote(repository)) return undefined
    const code = CODE.find((name) => existsSync(join(repository.top, name)))
    const [config] = configs(repository)
    const made = MARK.test(effective(repository, 'pre-commit') ?? '')
    if (code || (!config && made)) return { owner: 'simple-git-hooks', edits: [], notes: [pasted(code ?? given(repository), hooks)] }
    if (!config) return undefined
    const apart = foreign(repository, hooks, MARK).filter((hook) => !wrote(repository, hook))
    const after = [...hooks]
      .reverse()
      .filter((hook) => !apart.includes(hook))
      .reduce((text, hook) => withCommand(config.path, text, hook), config.text)
    const lost = endangered(repository, config)
    return {
      owner: 'simple-git-hooks',
      edits: [{ path: config.path, before: config.text, after, why: 'runs leakgate before the existing commands' }],
      notes: [
        `Commit ${basename(config.path)}: every clone runs it after its own \`npx leakgate init\`.`,
        ...apart.map((hook) => `There is a ${hook} hook that simple-git-hooks would overwrite: leakgate is not added to it.`),
        ...(lost.length > 0
          ? [`simple-git-hooks would delete ${lost.join(', ')}: move them away, then run \`npx simple-git-hooks\` and init again.`]
          : []),
      ],
      ...(lost.length === 0 && { sync: SYNC }),
    }
  },
  remove(repository) {
    const edits = configs(repository).map(
      ({ path, text }): Edit => ({
        path,
        before: text,
        after: HOOKS.reduce((after, hook) => withoutCommand(path, after, hook), text),
        why: 'without leakgate',
      }),
    )
    const changed = edits.some(({ before, after }) => before !== after)
    return { edits, ...(changed && { sync: SYNC }) }
  },
}

function configs({ top }: Repository) {
  return DATA.flatMap((name) => {
    const path = join(top, name)
    const text = contentOf(path)
    return text !== undefined && hooksIn(path, text) ? [{ path, text }] : []
  })
}

/** The object that holds the commands: the file's top level, or a property of package.json. */
function hooksIn(path: string, text: string): Node | undefined {
  const tree = jsonTree(text)
  const node = basename(path) === 'package.json' ? nodeAt(tree, 'simple-git-hooks') : tree
  return node?.type === 'object' ? node : undefined
}

/** Before 2.10, it marked nothing: a hook is `#!/bin/sh` and the command. */
function wrote(repository: Repository, hook: HookName = 'pre-commit'): boolean {
  const text = withoutBlocks(effective(repository, hook) ?? '')
  return configs(repository)
    .flatMap(({ path, text }) => [text, withoutCommand(path, text, hook)].map((one) => nodeAt(hooksIn(path, one), hook)?.value as unknown))
    .some((command) => typeof command === 'string' && text.trim() === `#!/bin/sh\n${command}`.trim())
}

/** The escaped text of a command, without its quotes. */
const escaped = (text: string, { offset, length }: Node) => text.slice(offset + 1, offset + length - 1)

const HEAD = /^(?:leakgate_refs=.*?\\nLEAKGATE\\n|leakgate=.*?\|\| exit \$\?\\n)/

const head = (hook: HookName) => raw(`${scriptLines(hook, runLine(hook)).join('\n')}\n`)

function withCommand(path: string, text: string, hook: HookName): string {
  const hooks = hooksIn(path, text)
  const command = nodeAt(hooks, hook)
  if (!hooks || (command && command.type !== 'string')) return text
  if (!command) return withFirst(text, hooks, `${JSON.stringify(hook)}: ${JSON.stringify(runLine(hook))}`)
  const theirs = escaped(text, command)
  const whole = theirs.startsWith('leakgate=') && !HEAD.test(theirs)
  const now = whole ? raw(runLine(hook)) : head(hook) + theirs.replace(HEAD, '')
  return text.slice(0, command.offset + 1) + now + text.slice(command.offset + command.length - 1)
}

function withoutCommand(path: string, text: string, hook: HookName): string {
  const command = nodeAt(hooksIn(path, text), hook)
  if (command?.type !== 'string') return text
  const theirs = escaped(text, command)
  if (theirs.startsWith('leakgate=') && !HEAD.test(theirs)) return withoutNode(text, command.parent ?? command)
  return text.slice(0, command.offset + 1) + theirs.replace(HEAD, '') + text.slice(command.offset + command.length - 1)
}

/** Hooks in git's directory that simple-git-hooks would delete, as its config does not name them. */
function endangered(repository: Repository, { path, text }: { readonly path: string; readonly text: string }): string[] {
  const hooks = hooksIn(path, text)
  const kept = nodeAt(hooks, 'preserveUnused')
  if (kept?.value === true || !existsSync(repository.hooks)) return []
  const names = new Set([
    ...(kept?.children ?? []).map((one) => String(one.value)),
    ...(hooks?.children ?? []).map((one) => String(one.children?.[0]?.value)),
  ])
  return readdirSync(repository.hooks)
    .filter((name) => /^[a-z0-9-]+$/.test(name) && !names.has(name))
    .filter((name) => !MARK.test(contentOf(join(repository.hooks, name)) ?? 'SKIP_SIMPLE_GIT_HOOKS'))
}

/** The config that a script of the package gives to it. */
const given = ({ top }: Repository) => /simple-git-hooks +([^\s"&|;]+)/.exec(contentOf(join(top, 'package.json')) ?? '')?.[1] ?? ELSEWHERE

const pasted = (name: string, hooks: readonly HookName[]) =>
  `leakgate does not edit ${name}. Put each of these before its hook's command, run \`npx simple-git-hooks${/[\\/]/.test(name) ? ` ${name}` : ''}\`, then init again:\n\n${hooks
    .map((hook) => `${hook}:\n${scriptLines(hook, runLine(hook)).join('\n')}`)
    .join('\n\n')}`
