/** A ground on which a value is spared: why it is no secret, and what shows it. */
import type { Context } from '../types.ts'

/** Shown by a form of the value, by one of several, or by the value in its context. */
export type Ground = readonly [why: string, shown: RegExp | readonly RegExp[] | ((value: string, context: Context) => boolean)]

export const holds = ([, shown]: Ground, value: string, context: Context): boolean =>
  typeof shown === 'function' ? shown(value, context) : [shown].flat().some((form) => form.test(value))
