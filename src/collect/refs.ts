/** The input of pre-push: the refs of a push. */
import { UserError } from '../errors.ts'
import { isZero } from './staged.ts'

/** One line: `<local ref> <local id> <remote ref> <remote id>`. */
export interface Ref {
  readonly localRef: string
  readonly localId: string
  readonly remoteRef: string
  readonly remoteId: string
}

/** `lines`: what git writes to pre-push. Deleted refs are skipped. */
export const refsIn = (lines: string): Ref[] =>
  lines
    .split('\n')
    .filter(Boolean)
    .map(refIn)
    .filter(({ localId }) => !isZero(localId))

/** The local ref is as the user typed it, and may contain blanks: `HEAD^{/fix a bug}`. */
function refIn(line: string): Ref {
  const [, localRef, localId, remoteRef, remoteId] = /^(.*) ([0-9a-f]{40,64}) (\S+) ([0-9a-f]{40,64})$/.exec(line) ?? []
  if (localRef === undefined || !localId || !remoteRef || !remoteId)
    throw new UserError(3, `git describes the push in an unknown format: ${line}`, 'Push without quotes and blanks in the names of refs.')
  return { localRef, localId, remoteRef, remoteId }
}
