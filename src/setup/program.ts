/**
 * A copy of the program in the git directory, where the shim finds it if `npx leakgate init` is all that was run: the cache that npx runs it
 * from may be cleared any day.
 */
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'

/** The shim's place in the git directory. */
export const SHIM = 'leakgate/shim'

/** The program's; the shim looks there last. */
export const PROGRAM = 'leakgate/program'

/** Is this the path of a program in a cache, as of npx, `pnpm dlx`, `yarn dlx` or bunx? */
export const isPassing = (cli: string) => /[\\/](?:_npx|dlx(?:-\d+)?|bunx-[^\\/]*|[^\\/]*\.zip)[\\/]/.test(cli)

/** `from`: the folder of the package. */
const filesOf = (from: string) => [
  'bin/leakgate.cjs',
  ...readdirSync(join(from, 'dist')).flatMap((name) => (name === 'cache' ? [] : [`dist/${name}`])),
]

export const isCopied = (from: string, to: string) =>
  filesOf(from).every((name) => existsSync(join(to, name)) && readFileSync(join(to, name)).equals(readFileSync(join(from, name))))

/** Replaces a copy that is there, when the new one is complete. Another init may do the same at the same time. */
export function copyProgram(from: string, to: string): void {
  const fresh = `${to}.${randomBytes(6).toString('hex')}`
  try {
    for (const name of filesOf(from)) cpSync(join(from, name), join(fresh, name))
    if (!isCopied(from, to)) rmSync(to, { recursive: true, force: true })
    renameSync(fresh, to)
  } catch (cause) {
    if (isCopied(from, to)) return
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UserError(
      3,
      `The program cannot be copied into the git directory: ${why}`,
      'Free some space, or get permission to write there.',
      { cause },
    )
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}
