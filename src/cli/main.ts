/** Runs a command, and sets the exit code: any failure refuses, and says why. */
import { existsSync } from 'node:fs'
import { UserError } from '../errors.ts'
import { inert, keysIn } from '../wording.ts'

/** `told`: the code as whoever started us wants it. */
export async function main(command: () => Promise<number>, told = (code: number) => code): Promise<void> {
  process.exitCode = 3 // node exits with 0 if all that is left is a promise that never settles
  const stuck = () => void process.stderr.write('\n  leakgate: this is a bug: it exited too early. It let nothing pass.\n\n')
  process.once('beforeExit', stuck)
  try {
    process.exitCode = told(await command())
  } catch (error) {
    process.exitCode = told(error instanceof UserError ? error.code : 3)
    process.stderr.write(inert(error instanceof UserError ? said(error) : (ofMachine(error) ?? (await bug(error)))))
  } finally {
    process.off('beforeExit', stuck)
  }
}

/**
 * Nothing in it that looks like a key, a token or a login comes from the command line: one may have been pasted there. Files that exist and
 * ids of commits are none.
 */
function said({ message, next }: UserError): string {
  const words = process.argv.slice(2).filter((word) => !existsSync(word))
  const keys = words.flatMap(keysIn).filter((key) => !/^(?:[\da-f]{40}|[\da-f]{64})$/.test(key))
  const logins = words.flatMap((word) => /(?<=:\/\/)[^\s/@]+(?=@)/.exec(word)?.[0] ?? [])
  return [...keys, ...logins].reduce((text, secret) => text.replaceAll(secret, '…'), `\n  leakgate: ${message}\n  ${next}\n\n`)
}

/** A full disk, a missing permission: no bug of ours. */
function ofMachine(error: unknown): string | undefined {
  const isState =
    error instanceof Error && 'code' in error && /^E(?:NOSPC|DQUOT|ROFS|ACCES|PERM|MFILE|NFILE|NOMEM|IO)$/.test(String(error.code))
  return isState ? `\n  leakgate: ${error.message}, so nothing passes.\n  Fix that, and try again.\n\n` : undefined
}

/** Not the user's fault. The stack contains none of their text: our errors never quote what was scanned. */
async function bug(error: unknown): Promise<string> {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } })
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `\n  leakgate: this is a bug. It let nothing pass.\n  Please report it: https://github.com/leakgate/leakgate/issues\n\nleakgate ${manifest.version}, node ${process.version}\n${stack}\n\n`
}
