/** Do this clone's remote-tracking refs describe the destination of a push? */
import { git } from './git.ts'
import type { Ref } from './refs.ts'
import { isZero } from './staged.ts'

/** The remote whose refs describe what is at the URL, if any: `pushurl` may point elsewhere, and a push may name only a URL. */
export async function fetchedFrom(remote: string, url: string, refs: readonly Ref[]): Promise<string | undefined> {
  const names = (await git(['remote'])).out.toString().split('\n').filter(Boolean)
  for (const name of names.includes(remote) ? [remote] : names) {
    const { code, out } = await git(['remote', 'get-url', name])
    const isThere = code === 0 && (url === '' ? name === remote : hostAndPath(out.toString().trimEnd()) === hostAndPath(url))
    if (isThere && !(await isNew(name, refs))) return name
  }
  return undefined
}

/** Its main branch does not exist at the URL, though it was fetched before: the URL has been changed since. */
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

const PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ssh: '22', git: '9418' }

/** Host and path of a URL: a repository may be fetched by https and pushed to by ssh. A path relative to a home depends on the user. */
function hostAndPath(url: string): string {
  const plain = url.replace(/(?:\.git)?\/?$/, '')
  const [, scheme = '', who = '', host = '', port, path = ''] = /^([\w+.-]+):\/\/([^@/]*@)?([^/:]+)(?::(\d+))?\/?(.*)$/.exec(plain) ?? []
  if (host !== '') return `${path.startsWith('~') ? who : ''}${host}${port && port !== PORTS[scheme] ? `:${port}` : ''}/${path}`
  const [, user, there = '', below = ''] = /^(?:([^@/:]+)@)?([^:/]+):(.*)$/.exec(plain) ?? []
  if (there === '') return plain
  return user === 'git' || below.startsWith('/') ? `${there}/${below.replace(/^\//, '')}` : `${user}@${there}:${below}`
}
