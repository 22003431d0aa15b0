/** The job that runs one hook of ours, and what a language of lefthook's config must be able to do with it. */
import { type HookName, runLine } from '../owner.ts'

export interface Language {
  /** Undefined if the text cannot be edited safely. */
  withJobs(path: string, text: string, hooks: readonly HookName[]): string | undefined
  withoutJobs(text: string): string
}

/** lefthook fills in git's arguments, and hands on standard input where it is told to. */
const ARGUMENTS: Readonly<Record<HookName, string>> = {
  'pre-commit': '',
  'pre-merge-commit': '',
  'pre-applypatch': '',
  'commit-msg': '"{1}"',
  'pre-push': '"{1}" "{2}"',
}

export const runOf = (hook: HookName) => runLine(hook, ARGUMENTS[hook])

/** As data. */
export const jobOf = (hook: HookName) => ({ run: runOf(hook), ...(hook === 'pre-push' && { use_stdin: true }) })

/** A list's item in YAML. */
export function job(hook: HookName, indent: string): string[] {
  return ['- name: leakgate', ...fields(hook, '  ')].map((line) => indent + line)
}

/** A mapping's entry in YAML, as older configs have them. */
export function command(hook: HookName, indent: string): string[] {
  return ['leakgate:', ...fields(hook, '  ')].map((line) => indent + line)
}

const fields = (hook: HookName, indent: string) =>
  ['run: |-', `  ${runOf(hook)}`, ...(hook === 'pre-push' ? ['use_stdin: true'] : [])].map((line) => indent + line)
