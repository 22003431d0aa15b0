/** Whether what this clone knows of a remote is true of the place that a push goes to. */
import { git } from './git.ts'
import type { Ref } from './refs.ts'
import { isZero } from './staged.ts'

/** The remote whose refs in this clone say what is at the URL, if there is one: `pushurl` leads elsewhere, and a push can name a URL alone. */
export async function fetchedFrom(remote: string, url: string, refs: readonly Ref[]): Promise<string | undefined> {
  const names = (await git(['remote'])).out.toString().split('\n').filter(Boolean)
  for (const name of names.includes(remote) ? [remote] : names) {
    const { code, out } = await git(['remote', 'get-url', name])
    const isThere = code === 0 && (url === '' ? name === remote : hostAndPath(out.toString().trimEnd()) === hostAndPath(url))
    if (isThere && !(await isNew(name, refs))) return name
  }
  return undefined
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

const PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ssh: '22', git: '9418' }

/** Host and path of a URL: the same repository can be fetched by https and pushed to by ssh. A path from a user's home is that user's. */
function hostAndPath(url: string): string {
  const plain = url.replace(/(?:\.git)?\/?$/, '')
  const [, scheme = '', who = '', host = '', port, path = ''] = /^([\w+.-]+):\/\/([^@/]*@)?([^/:]+)(?::(\d+))?\/?(.*)$/.exec(plain) ?? []
  if (host !== '') return `${path.startsWith('~') ? who : ''}${host}${port && port !== PORTS[scheme] ? `:${port}` : ''}/${path}`
  const [, user, there = '', below = ''] = /^(?:([^@/:]+)@)?([^:/]+):(.*)$/.exec(plain) ?? []
  if (there === '') return plain
  return user === 'git' || below.startsWith('/') ? `${there}/${below.replace(/^\//, '')}` : `${user}@${there}:${below}`
}
