/** lefthook: adds a job to its config, in any of its formats. Its own hooks are regenerated at every run. */
import { join } from 'node:path'
import { isRecord } from '../../record.ts'
import type { Repository } from '../../types.ts'
import { withoutBlocks } from '../block.ts'
import { contentOf, type Edit } from '../edits.ts'
import { yaml } from '../yaml.ts'
import { job, type Language } from './lefthook/job.ts'
import * as json from './lefthook/json.ts'
import * as toml from './lefthook/toml.ts'
import * as blocks from './lefthook/yaml.ts'
import { ELSEWHERE, effective, foreign, HOOKS, type HookName, type Owner, owns, type Plan } from './owner.ts'
import { putAside } from './script.ts'

const NAMES = ['lefthook', '.lefthook', '.config/lefthook'] as const

const LANGUAGES: Readonly<Record<string, Language>> = { yml: blocks, yaml: blocks, toml, json, jsonc: json }

const MARK = /lefthook/
/** What stands in every hook that it generates. */
const GENERATED = /call_lefthook/

export const lefthook: Owner = {
  install(repository, hooks) {
    const [config] = configs(repository)
    if (!owns(repository, MARK)) return undefined
    if (!config)
      return GENERATED.test(effective(repository, 'pre-commit') ?? '') ? pasted(process.env.LEFTHOOK_CONFIG ?? ELSEWHERE, hooks) : undefined
    const apart = foreign(repository, hooks, MARK)
    const ours = hooks.filter((hook) => !apart.includes(hook))
    const after = config.language.withJobs(config.path, config.text, ours)
    if (after === undefined) return pasted(config.path, ours)
    return {
      owner: 'lefthook',
      edits: [
        { path: config.path, before: config.text, after, why: `runs leakgate at ${ours.join(', ')}` },
        ...HOOKS.flatMap((hook) => putAside(join(repository.hooks, hook))),
      ],
      notes: [...notes(after), ...apart.map(asideNote)],
      gaps: gaps(config.path, after),
      sync: ['lefthook', 'install'],
      isolation: { LEFTHOOK_EXCLUDE: others(config.path, after).join(',') },
    }
  },
  remove(repository) {
    const edits = configs(repository).flatMap(({ path, text, language }): Edit[] => {
      const after = language.withoutJobs(text)
      return after === text ? [] : [{ path, before: text, after, why: 'without leakgate' }, ...orphans(repository, text, after)]
    })
    return { edits, ...(edits.length > 0 && { sync: ['lefthook', 'install'] }) }
  },
}

/** Hooks that lefthook installed only for our jobs: it does not remove them with the jobs. */
function orphans(repository: Repository, before: string, after: string): Edit[] {
  if (/\b(?:extends|remotes)\b/.test(after)) return []
  return HOOKS.flatMap((hook) => {
    const named = new RegExp(`^[\\s["']*${hook}\\b`, 'm')
    const text = effective(repository, hook)
    const ours = named.test(before) && !named.test(after) && text !== undefined && MARK.test(text)
    return ours ? [{ path: join(repository.hooks, hook), before: text, after: undefined, why: 'was there only for leakgate' }] : []
  })
}

/** In lefthook's order of precedence. */
function configs({ top }: Repository) {
  return NAMES.flatMap((name) =>
    Object.entries(LANGUAGES).flatMap(([end, language]) => {
      const path = join(top, `${name}.${end}`)
      const text = contentOf(path)
      return text === undefined ? [] : [{ path, text, language }]
    }),
  )
}

function pasted(path: string, hooks: readonly HookName[]): Plan {
  const text = hooks.map((hook) => [`${hook}:`, '  jobs:', ...job(hook, '    ')].join('\n')).join('\n')
  return {
    owner: 'lefthook',
    edits: [],
    notes: [`leakgate cannot edit ${path}. Add this by hand (here in YAML), if it is not there, and run \`lefthook install\`:\n\n${text}`],
  }
}

function notes(text: string): string[] {
  return [
    'Commit the config: every clone runs it after its own `npx leakgate init`.',
    ...(/assert_lefthook_installed/.test(text)
      ? []
      : ['If lefthook is not found, every commit passes; `assert_lefthook_installed: true` in its config prevents that.']),
  ]
}

/** What a setting of a whole hook lets pass. */
function gaps(path: string, text: string): string[] {
  const data = yaml(path, text)
  return HOOKS.flatMap((hook) => {
    const set = isRecord(data) ? data[hook] : undefined
    const keys = isRecord(set)
      ? ['skip', 'only', 'exclude', 'files', 'glob'].filter((key) => set[key] !== undefined && set[key] !== false)
      : []
    return keys.map((key) => `\`${key}\` of ${hook} applies to leakgate, too: what it leaves out is not scanned. Set it for single jobs.`)
  })
}

const asideNote = (hook: HookName) => `There is a ${hook} hook that lefthook would rename: leakgate is not added to it.`

/** The names of the other jobs of pre-commit. */
function others(path: string, text: string): string[] {
  const data = yaml(path, withoutBlocks(text))
  const hook = isRecord(data) ? data['pre-commit'] : undefined
  if (!isRecord(hook)) return []
  const jobs = Array.isArray(hook.jobs)
    ? hook.jobs.flatMap((one: unknown) => (isRecord(one) && typeof one.name === 'string' ? [one.name] : []))
    : []
  return [...jobs, ...Object.keys(isRecord(hook.commands) ? hook.commands : {})].filter((name) => name !== 'leakgate')
}
