/** Data that was read from a file: what is in it must be checked. */

export type Data = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
