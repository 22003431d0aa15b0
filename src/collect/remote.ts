/** Whether what this clone knows of a remote is true of the place that a push goes to. */
import { git } from './git.ts'
import type { Ref } from './push.ts'
import { isZero } from './staged.ts'

/** Do the refs that this clone has of a remote say what is at the URL? A push to a bare URL has none, and `pushurl` leads elsewhere. */
export async function isKnown(remote: string, url: string, refs: readonly Ref[]): Promise<boolean> {
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(remote)) return false
  const { code, out } = await git(['remote', 'get-url', remote])
  if (code !== 0 || (url !== '' && placeOf(out.toString().trimEnd()) !== placeOf(url))) return false
  return !(await isNew(remote, refs))
}

/** The remote lacks the branch that the refs say is its first one: since they were fetched, its URL was set anew. */
async function isNew(remote: string, refs: readonly Ref[]): Promise<boolean> {
  const { out } = await git(['symbolic-ref', '-q', `refs/remotes/${remote}/HEAD`])
  const first = [out.toString().trim().replace(`refs/remotes/${remote}/`, ''), 'main', 'master']
    .filter(Boolean)
    .map((name) => `refs/heads/${name}`)
  const lacking = refs.filter(({ remoteRef, remoteId }) => isZero(remoteId) && first.includes(remoteRef))
  const fetched = await Promise.all(
    lacking.map(({ remoteRef }) => git(['rev-parse', '-q', '--verify', remoteRef.replace('refs/heads/', `refs/remotes/${remote}/`)])),
  )
  return fetched.some(({ code }) => code === 0)
}

/** Host and path of a URL: the same repository can be fetched by https and pushed to by ssh. */
const placeOf = (url: string) =>
  url
    .replace(/^[\w+.-]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^:/]+):(?:\d+\/)?/, '$1/')
    .replace(/\/{2,}/g, '/')
    .replace(/(?:\.git)?\/?$/, '')
