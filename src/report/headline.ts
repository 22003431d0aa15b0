/** What a report comes to, in a few words. */
import type { Report } from '../types.ts'
import { count } from './order.ts'

export interface Headline {
  readonly mood: 'stop' | 'look' | 'clean'
  readonly text: string
}

export function headline({ verdicts, coverage, unread }: Report): Headline {
  const of = (outcome: string) => verdicts.filter((verdict) => verdict.outcome === outcome).length
  const unseen = coverage.filter((one) => one.unread).length
  if (of('blocked') > 0) return { mood: 'stop', text: count(of('blocked'), 'secret') }
  if (unseen > 0) return { mood: unread === 'block' ? 'stop' : 'look', text: `${count(unseen, 'file')} could not be looked at` }
  return of('warned') > 0 ? { mood: 'look', text: `${count(of('warned'), 'thing')} to look at` } : { mood: 'clean', text: 'No secrets' }
}
