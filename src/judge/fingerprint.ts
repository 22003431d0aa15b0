/**
 * What an allowance refers to: 12 hex digits of rule + secret, independent of the place, so that moving and renaming code does not change
 * them. For a refused file and a policy violation, of the path too.
 */
import { createHash, scryptSync } from 'node:crypto'
import type { Candidate } from '../types.ts'
import { textOf } from './content.ts'
import { randomness } from './randomness.ts'

/** Above this many bits of randomness a secret cannot be guessed. */
const GUESSABLE = 48
/** But a shorter one may be what fingers do on a keyboard, which only looks random. */
const CHOSEN = 20

/** `text`: of the change. A policy violation has the same text in every file, so its path counts; it needs no protection. */
export function fingerprintOf({ rule, secret, path, start, end }: Candidate, text: string): string {
  if (!rule.policy || secret !== '') return ofSecret(rule.id, secret || path)
  return hashed(`leakgate ${rule.id}`, `${path}\0${text.slice(start, end)}`).slice(0, 12)
}

/**
 * Configs are committed, so a fingerprint must not allow a dictionary attack on passwords: a guessable secret is stretched with scrypt
 * (about 2 ms per guess: an audit may have thousands), a random one is only hashed. White space is ignored: re-indented keys keep their fingerprints.
 */
function ofSecret(rule: string, secret: string): string {
  const text = secret.replace(/\s+/g, '')
  const salt = `leakgate ${rule}`
  return (isGuessable(text) ? stretched(text, salt) : hashed(salt, text)).slice(0, 12)
}

/** `Basic dXNlcjpwYXNz` is guessed by guessing the password in it, and `Secret1!Secret1!` by guessing half of it. */
function isGuessable(text: string): boolean {
  const password = textOf(text).replace(/^[^:]*:/, '') || text
  const once = /^(.{4,})\1+$/.exec(password)?.[1] ?? password
  return once.length < CHOSEN || randomness(once) < GUESSABLE
}

const hashed = (salt: string, text: string) => createHash('sha256').update(`${salt}\0${text}`).digest('hex')

const known = new Map<string, string>()

function stretched(text: string, salt: string): string {
  const key = `${salt}\0${text}`
  const digest = known.get(key) ?? scryptSync(text, salt, 16, { N: 1024, r: 8, p: 1 }).toString('hex')
  if (known.size < 10_000) known.set(key, digest)
  return digest
}
