/** Do this clone's remote-tracking refs describe the destination of a push? They may be those of another URL, set before. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { type Data, isRecord } from '../record.ts'
import { ask, git } from './git.ts'
import type { Ref } from './refs.ts'
import { isZero } from './staged.ts'

/** The remote whose refs describe what is at the URL, if any: `pushurl` may point elsewhere, and a push may name only a URL. */
export async function fetchedFrom(remote: string, url: string, refs: readonly Ref[]): Promise<string | undefined> {
  const names = (await git(['remote'])).out.toString().split('\n').filter(Boolean)
  for (const name of names.includes(remote) ? [remote] : names) {
    const { code, out } = await git(['remote', 'get-url', name])
    const isThere = code === 0 && (url === '' ? name === remote : hostAndPath(out.toString().trimEnd()) === hostAndPath(url))
    if (isThere && !(await isNew(name, refs)) && (await describes(name, url))) return name
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

/**
 * Its refs describe that URL: they were known to before, or each of them is what the last fetch from there said. They may also be those
 * of a URL that was set before, or of another program, as git-svn, which writes below refs/remotes/origin, too.
 */
async function describes(name: string, url: string): Promise<boolean> {
  const places = (await notes())?.places
  const at = url || (await ask('remote', 'get-url', name))
  if (!places || places[name] === hostAndPath(at)) return true
  const fetched = new Set(await fetchedAt(at))
  const refs = await ask('for-each-ref', '--format=%(objectname) %(symref)', `refs/remotes/${name}/`)
  return refs.split('\n').every((line) => line === '' || !line.endsWith(' ') || fetched.has(line.trimEnd()))
}

/** The ids that the last fetch brought from this URL. From `<id>\tnot-for-merge\tbranch 'main' of https://host/path`, or only the URL. */
export async function fetchedAt(url: string): Promise<string[]> {
  const file = await ask('rev-parse', '--git-path', 'FETCH_HEAD')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) =>
      hostAndPath(/(?:.* of |.*\t)(.*)$/.exec(line)?.[1] ?? '') === hostAndPath(url) ? [line.split('\t', 1)[0] ?? ''] : [],
    )
}

/** The commands after which this clone knows what is at the URL; none if it knows already. `name`: the remote whose refs describe it. */
export async function commandsToKnow(remote: string, url: string, name: string | undefined): Promise<readonly (readonly string[])[]> {
  const { code, out } = await git(['remote', 'get-url', remote])
  if (code !== 0) return []
  if (name !== undefined && (await ask('for-each-ref', '--count=1', `refs/remotes/${name}/`))) return []
  if (url !== '' && hostAndPath(out.toString().trimEnd()) !== hostAndPath(url)) return [['git', 'fetch', withoutLogin(url)]]
  const fetch = ['git', 'fetch', '--prune', remote]
  const isBare = (await git(['config', `remote.${remote}.fetch`])).code !== 0 // git clone --bare says nothing of refs
  return isBare ? [['git', 'config', `remote.${remote}.fetch`, `+refs/heads/*:refs/remotes/${remote}/*`], fetch] : [fetch]
}

/** Without a password that may be in it. */
const withoutLogin = (url: string) => url.replace(/(?<=:\/\/)[^@/]*@/, '')

/**
 * Where each remote was when its refs were last known to describe it, as host and path of its URL: a file in the git directory, made by
 * init. Undefined without it: then all refs are believed.
 */
async function notes(): Promise<{ readonly file: string; readonly places: Data } | undefined> {
  const file = `${await ask('rev-parse', '--path-format=absolute', '--git-common-dir')}/${NOTES}`
  return existsSync(file) ? { file, places: parsed(readFileSync(file, 'utf8')) } : undefined
}

export const NOTES = 'leakgate/remotes'

/** Of a file that is not whole, nothing is believed. */
function parsed(text: string): Data {
  try {
    const data: unknown = JSON.parse(text)
    return isRecord(data) ? data : {}
  } catch {
    return {}
  }
}

/** A remote whose refs describe this URL, whatever comes: git updates them after a push. */
export async function noteRemote(name: string, url: string): Promise<void> {
  const noted = await notes()
  const place = hostAndPath(url || (await ask('remote', 'get-url', name)))
  if (!noted || noted.places[name] === place) return
  const part = `${noted.file}.${process.pid}`
  try {
    writeFileSync(part, notesOf({ ...noted.places, [name]: place }))
    renameSync(part, noted.file)
  } catch {
    rmSync(part, { force: true }) // the next push asks again
  }
}

/** The text of the notes at the start, when all refs are believed. */
export async function firstNotes(): Promise<string> {
  const names = (await git(['remote'])).out.toString().split('\n').filter(Boolean)
  return notesOf(
    Object.fromEntries(await Promise.all(names.map(async (name) => [name, hostAndPath(await ask('remote', 'get-url', name))]))),
  )
}

const notesOf = (places: Data) => `${JSON.stringify(places, null, 2)}\n`

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
