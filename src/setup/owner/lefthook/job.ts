/** The job that runs one of our hooks, and the operations on a format of lefthook's config. */
import { type HookName, runLine } from '../owner.ts'

export interface Language {
  /** Undefined if the text cannot be edited safely. */
  withJobs(path: string, text: string, hooks: readonly HookName[]): string | undefined
  withoutJobs(text: string): string
}

/** lefthook substitutes git's arguments, and passes on standard input if told to. */
const ARGUMENTS: Readonly<Record<HookName, string>> = {
  'pre-commit': '',
  'pre-merge-commit': '',
  'pre-applypatch': '',
  'commit-msg': '"{1}"',
  'pre-push': '"{1}" "{2}"',
}

export const runOf = (hook: HookName) => runLine(hook, ARGUMENTS[hook])

/** The job as data. */
export const jobOf = (hook: HookName) => ({ run: runOf(hook), ...(hook === 'pre-push' && { use_stdin: true }) })

/** A YAML list item. */
export function job(hook: HookName, indent: string): string[] {
  return ['- name: leakgate', ...fields(hook, '  ')].map((line) => indent + line)
}

/** A YAML mapping entry, for older configs. */
export function command(hook: HookName, indent: string): string[] {
  return ['leakgate:', ...fields(hook, '  ')].map((line) => indent + line)
}

const fields = (hook: HookName, indent: string) =>
  ['run: |-', `  ${runOf(hook)}`, ...(hook === 'pre-push' ? ['use_stdin: true'] : [])].map((line) => indent + line)
