/** The summary of a report in a few words. */
import type { Report } from '../types.ts'
import { count } from '../wording.ts'
import { bySecret, counted } from './order.ts'
import { unreadIn } from './unread.ts'

interface Headline {
  readonly mood: 'stop' | 'look' | 'clean'
  readonly text: string
}

export function headline({ verdicts, coverage, unread }: Report): Headline {
  const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked')
  const warned = bySecret(verdicts.filter(({ outcome }) => outcome === 'warned')).length
  const unseen = unreadIn(coverage).length
  const { what, places } = counted(blocked)
  if (blocked.length > 0) return { mood: 'stop', text: `${what}${places}` }
  if (unseen > 0) return { mood: unread === 'block' ? 'stop' : 'look', text: `${count(unseen, 'file')} could not be scanned` }
  return warned > 0 ? { mood: 'look', text: count(warned, 'warning') } : { mood: 'clean', text: 'No secrets' }
}
