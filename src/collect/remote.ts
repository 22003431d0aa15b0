/** Do this clone's remote-tracking refs describe the destination of a push? They may be those of another URL, set before. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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
    if (isThere && !(await isNew(name, refs)) && (await describes(name, url, refs))) return name
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

/** It was there before, or what it says of a pushed ref, or said when it was last asked, agrees with the refs. */
async function describes(name: string, url: string, refs: readonly Ref[]): Promise<boolean> {
  const places = (await notes())?.places
  const place = hostAndPath(url || (await ask('remote', 'get-url', name)))
  if (!places || places[name] === place || (places[name] === undefined && (await wasFetched(name)))) return true
  for (const { remoteId } of refs)
    if (!isZero(remoteId) && (await git(['for-each-ref', `--points-at=${remoteId}`, `refs/remotes/${name}`])).out.length > 0) return true
  const fetched = await ask('rev-parse', '--git-path', 'FETCH_HEAD')
  const said = existsSync(fetched) ? readFileSync(fetched, 'utf8') : ''
  return said.split('\n').some((line) => hostAndPath(line.slice(line.lastIndexOf(' of ') + 4)) === place)
}

/** Its refs are not those of another program, as git-svn, which writes below refs/remotes/origin, too. */
async function wasFetched(name: string): Promise<boolean> {
  const { out } = await git(['log', '--walk-reflogs', '--format=%gs', '--max-count=20', `--remotes=${name}`])
  return /^(?:fetch|pull|clone)\b/m.test(out.toString())
}

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

/** After a push that is not refused: the remote's refs describe this URL from now on. */
export async function noteRemote(name: string, url: string): Promise<void> {
  const noted = await notes()
  const place = hostAndPath(url)
  if (!noted || noted.places[name] === place || !(await isRemote(name))) return
  try {
    writeFileSync(noted.file, notesOf({ ...noted.places, [name]: place }))
  } catch {
    // The next push scans everything once more, unless a fetch comes before it.
  }
}

/** A push may name a URL instead. */
export const isRemote = async (name: string) => (await git(['remote', 'get-url', name])).code === 0

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
