/** What the gate found in what it scanned, and what it could not scan. */
import { type GitObject, whyUnread } from '../collect/git.ts'
import { inFile } from '../packed.ts'
import { type Settings, shownName } from '../scan.ts'
import type { Coverage, Finding, Verdict } from '../types.ts'
import { withoutReason } from './comments.ts'

export class Found {
  readonly settings: Settings
  readonly verdicts: Verdict[] = []
  readonly coverage: Coverage[] = []
  /** Findings whose allow comment lacks a reason, so that it does not count. */
  readonly unreasoned = new Set<Finding>()

  constructor(settings: Settings) {
    this.settings = settings
  }

  /** Scans an object that comes to a path. `isMoved`: it was elsewhere before, so what in it cannot be scanned is nothing new. */
  async object(path: string, object: GitObject, isMoved: boolean, commit?: string): Promise<void> {
    const { bytes, size } = object
    this.coverage.push({ path: bytes ? path : shownName(path, this.settings), bytes: size, ...whyUnread(object) })
    const unread = bytes ? await this.text(path, bytes, commit) : []
    if (!isMoved) for (const one of unread) this.coverage.push(one)
  }

  /** Returns what in the text, an archive, cannot be scanned. */
  async text(path: string, bytes: Uint8Array, commit?: string): Promise<readonly Coverage[]> {
    const { verdicts, unread } = await inFile(path, bytes, this.settings, commit)
    for (const one of verdicts) this.verdicts.push(one)
    for (const one of withoutReason(path, bytes, verdicts, this.settings.config)) this.unreasoned.add(one)
    return unread
  }
}
