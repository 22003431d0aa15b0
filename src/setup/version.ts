/** What the git of this machine can do, by its version. */
import type { Repository } from '../types.ts'

export const isAtLeast = ({ version: [major, minor] }: Repository, least: number, then: number) =>
  major > least || (major === least && minor >= then)
