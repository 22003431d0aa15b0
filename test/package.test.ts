import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { publint } from 'publint'
import { describe, expect, it } from 'vitest'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const [tarball] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
)

describe('the package', () => {
  it('installs no dependency and runs no script at a user’s', () => {
    expect(manifest.dependencies).toBeUndefined()
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([])
  })

  it('is at most 500 kB', () => expect(tarball.size).toBeLessThanOrEqual(500_000))

  it('holds what users need and nothing else', () => {
    const names: string[] = tarball.files.map(({ path }: { path: string }) => path)
    expect(
      names.filter(
        (name) =>
          !/^(?:bin\/leakgate\.cjs|dist\/[\w-]+\.(?:cjs|json|bin|br|txt)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(name),
      ),
    ).toEqual([])
    expect(names).toContain('dist/THIRD-PARTY-LICENSES.txt')
  })

  it('has bundles in ASCII, as bin/leakgate.cjs reads them: esbuild leaves other letters in a regular expression as they are', () => {
    const bundles = readdirSync('dist').filter((name) => name.endsWith('.cjs'))
    expect(bundles.length).toBeGreaterThan(3)
    expect(bundles.filter((name) => /[^\0-\x7f]/.test(readFileSync(`dist/${name}`, 'utf8')))).toEqual([])
  })

  it('has no network code: neither a module of Node.js that opens a connection, nor a global that does', () => {
    const programs = tarball.files.map(({ path }: { path: string }) => path).filter((path: string) => path.endsWith('.cjs'))
    const opens =
      /\b(?:require|import|getBuiltinModule)\(\s*["'`](?:node:)?(?:https?|http2|net|tls|dns|dgram|inspector)\b|\bfetch\(|\b(?:new |globalThis\.)(?:WebSocket|XMLHttpRequest|EventSource)\b|\bsendBeacon\b/g
    expect(programs.length).toBeGreaterThan(4)
    expect(programs.flatMap((path: string) => readFileSync(path, 'utf8').match(opens) ?? [])).toEqual([])
  })

  it('comes from a repository in which it finds nothing to refuse', () => {
    expect(() => execFileSync(process.execPath, ['bin/leakgate.cjs', 'audit', '--no-cache'], { stdio: 'pipe' })).not.toThrow()
  })

  it('is clean by publint', async () => {
    const { messages } = await publint({ strict: true })
    expect(messages).toEqual([])
  })
})
