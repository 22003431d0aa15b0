/** The owners of hooks, in the order in which they are looked for. */
import type { Edit, Repository } from '../types.ts'
import { hooksDirectory } from './owner/hooksdir.ts'
import type { HookName, Owner, Plan } from './owner/owner.ts'

const OWNERS: readonly Owner[] = [hooksDirectory]

/** What to write so that the repository's hooks run ours: the first owner found has them. */
export function plan(repository: Repository, hooks: readonly HookName[]): Plan {
  for (const owner of OWNERS) {
    const found = owner.install(repository, hooks)
    if (found) return found
  }
  return { owner: 'nobody', edits: [], notes: [] }
}

/** What to write so that nothing of ours is left. */
export function removal(repository: Repository): Edit[] {
  return OWNERS.flatMap((owner) => owner.remove(repository))
}
