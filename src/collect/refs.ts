/** What git tells pre-push on its standard input: the refs of a push. */
import { UserError } from '../errors.ts'
import { isZero } from './staged.ts'

/** One line of it: `<local ref> <local id> <remote ref> <remote id>`. */
export interface Ref {
  readonly localRef: string
  readonly localId: string
  readonly remoteRef: string
  readonly remoteId: string
}

/** `lines`: what git writes to pre-push. Those that are deleted bring nothing. */
export const refsIn = (lines: string): Ref[] =>
  lines
    .split('\n')
    .filter(Boolean)
    .map(refIn)
    .filter(({ localId }) => !isZero(localId))

/** The local ref stands as it was typed, and may hold blanks: `HEAD^{/fix a bug}`. */
function refIn(line: string): Ref {
  const [, localRef, localId, remoteRef, remoteId] = /^(.*) ([0-9a-f]{40,64}) (\S+) ([0-9a-f]{40,64})$/.exec(line) ?? []
  if (localRef === undefined || !localId || !remoteRef || !remoteId)
    throw new UserError(
      3,
      `git tells of a push in a way that is not known: ${line}`,
      'Push without quotes and blanks in the names of refs.',
    )
  return { localRef, localId, remoteRef, remoteId }
}
