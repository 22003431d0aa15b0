/** Everything that an author of a rule needs to know: a rule is data, and its examples are its tests. */

export type Severity = 'critical' | 'high' | 'medium' | 'low'

/** The effect of a rule: it blocks the commit, warns, or is off. */
export type Level = 'block' | 'warn' | 'off'

/**
 * A text in which the rule must (`catches`) or must not (`spares`) find something. `{base62:24}` and the like are expanded by a seeded
 * sampler (test/helpers/sample.ts), so that the repository contains no text that looks like a secret.
 */
export type Example = string | { readonly path: string; readonly text: string }

export interface Rule {
  /** `provider-kind`, never renamed: allowances and configs refer to it. */
  readonly id: string
  /** As shown to people: "Stripe secret key". */
  readonly title: string
  readonly severity: Severity
  /**
   * Texts of at least three characters, case-insensitive; every match contains one of them. `pattern` is tried only near them. A rule with
   * a `path` may omit them: its pattern is then tried on the whole file.
   */
  readonly literals?: readonly string[]
  /**
   * Instead of `literals`, for a value without a format of its own: words, one of which is at most 80 characters before the value, with an
   * assignment or the like in between. A leading `+` requires that a word for a secret names the value, too: of `+linear`, the value of
   * `LINEAR_KEY` or `linear: { token }`, not that of `linear`.
   */
  readonly beside?: readonly string[]
  /**
   * Instead of `literals`, for a format without a constant part: the lengths, at least 24, of a run of token characters
   * (src/detect/runs.ts) in a match. `pattern` is tried only near runs that are neither shorter nor longer.
   */
  readonly run?: readonly number[]
  /**
   * Instead of `literals`, for a value without any format: the last words of the name it is assigned to (`password` is the last word of
   * `db.userPassword`, not of `passwordHash`). A leading `!` excludes names with this ending; a leading `+` requires another word before
   * it. A `pattern`, if any, must match the whole value.
   */
  readonly assigned?: readonly string[]
  /** With `assigned`: the name is of a map, and what it maps to are the secrets: the passwords of users. */
  readonly entries?: true
  /**
   * The format of the secret. `(?<secret>…)` marks the part to mask; without it, the whole match is masked. Text is Latin-1: one character
   * is one byte. Every quantifier is bounded, so that the longest match is known (at most 20,000 characters).
   */
  readonly pattern?: RegExp
  /** .gitignore globs. With a `pattern`, both must match; alone, the file is refused by its name. A leading `!` excludes paths. */
  readonly path?: readonly string[]
  /** A proof contained in the token itself, by its name in src/judge/checksum.ts. */
  readonly checksum?: string
  /**
   * Minimum randomness of the secret, in bits, as src/judge/randomness.ts counts. For formats that ordinary text has too: a hex string
   * beside a vendor's name, a value beside "password".
   */
  readonly randomness?: number
  /**
   * A match is a policy violation, not a secret: it is shown unmasked, except for a `(?<secret>…)` group, and judged by its format alone.
   * With a `path` and no literals, each match is a finding.
   */
  readonly policy?: true
  /** Knows the place of a secret, not its issuer: where rules overlap, one that knows the issuer wins. */
  readonly general?: true
  /** The default level. Left out: `block`. */
  readonly level?: Level
  /** What to do now, specific enough to follow: where to revoke, what to use instead. */
  readonly remedy: string
  readonly link?: string
  readonly catches: readonly Example[]
  readonly spares: readonly Example[]
}
