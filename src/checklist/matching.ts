/** Which paths do .gitignore globs match? */
import ignore from 'ignore'

/** They are compiled once: there may be many paths. */
export function matching(globs: readonly string[]): (path: string) => boolean {
  const all = ignore().add(globs)
  return (path) => all.ignores(path)
}
