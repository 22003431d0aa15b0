/** What an audit reads of a repository: its tree, its history, a range of it, its ignored files. Or any files, without a repository. */
import { resolve } from 'node:path'
import { git, inside } from '../collect/git.ts'
import { history, range, type Units } from '../collect/history.ts'
import { nameInTree } from '../collect/tree.ts'
import { belowUnits, headUnits, ignoredFiles, type Listed, worktree } from '../collect/units.ts'
import { UserError } from '../errors.ts'
import { shownName } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import type { Shard, Verdict } from '../types.ts'
import type { Unit } from '../unit.ts'
import { firstOf } from '../wording.ts'
import type { AuditedRepository } from './repositories.ts'
import { type AuditRun, type Origin, type Scanned, scanUnits } from './scanunits.ts'
import { share } from './shard.ts'
import { withHistory } from './withhistory.ts'

export type Scope = { readonly shard?: Shard | undefined } & ({ readonly kind: 'tree' | 'history' | 'ignored' } | Range)

/** What is new in all of these together. */
interface Range {
  readonly kind: 'range'
  /** As git takes them: `A..B`. */
  readonly commits?: string | undefined
  /** A date as git reads it. */
  readonly since?: string | undefined
  readonly branch?: string | undefined
}

export interface AuditResult {
  readonly verdicts: readonly Verdict[]
  readonly coverage: Scanned['coverage']
  readonly notes: readonly string[]
}

/** For a bare repository. */
const UNBORN = 'The branch that HEAD names has no commit: there is no tree to scan. For all commits: npx leakgate audit --history'

const part = (units: Iterable<Unit>, { shard }: Pick<Scope, 'shard'>) => (shard ? share(units, shard) : units)

export async function auditRepository(scope: Scope, repository: AuditedRepository, audit: AuditRun): Promise<AuditResult> {
  const { at, common, bare } = repository
  switch (scope.kind) {
    case 'tree': {
      if (!bare) return ofListed(await worktree(at), scope, repository, audit)
      const units = await headUnits(at)
      return { ...(await ofFiles(units ?? [], scope, repository, audit)), notes: units ? [] : [UNBORN] }
    }
    case 'ignored': {
      if (bare)
        throw new UserError(2, 'A bare repository has no files on disk that git could ignore.', 'Example: npx leakgate audit --history')
      const { verdicts, ...rest } = await ofListed(await ignoredFiles(at), scope, repository, audit)
      return { verdicts: verdicts.map(onlyWarned), ...rest }
    }
    case 'history':
      return ofHistory(await history(at, common), scope, repository, audit)
    case 'range':
      return ofHistory(await range(at, common, await revisions(at, scope), scope.since), scope, repository, audit)
  }
}

/** Files and folders, inside a repository (`top`: of its worktree) or not. */
export async function auditPaths(
  paths: readonly string[],
  top: string | undefined,
  scope: Pick<Scope, 'shard'>,
  origin: Origin,
  audit: AuditRun,
): Promise<AuditResult> {
  const skipped = new Set<string>()
  const found = await ofFiles(below(paths, top, skipped), scope, origin, audit)
  const settings = settingsOf(origin.config, audit.least)
  const names = [...skipped].map((name) => shownName(name, settings))
  const note = `Not scanned, as it is git's own: ${firstOf(names)}. Its history: npx leakgate audit --history FOLDER. Its settings: npx leakgate audit FOLDER/.git/config`
  return { ...found, notes: names.length > 0 ? [note] : [] }
}

/** Each file once, by whichever path it is reached. */
function* below(paths: readonly string[], top: string | undefined, skipped: Set<string>): Generator<Unit> {
  const seen = new Set<string>()
  for (const path of paths)
    for (const unit of belowUnits(path, nameInTree(top, path), (name) => skipped.add(name))) {
      const place = paths.length > 1 ? resolve(unit.id) : ''
      if (!seen.has(place)) yield unit
      if (place !== '') seen.add(place)
    }
}

async function ofListed({ units, apart }: Listed, scope: Scope, repository: AuditedRepository, audit: AuditRun): Promise<AuditResult> {
  const settings = settingsOf(repository.config, audit.least)
  const names = apart.map((name) => shownName(name, settings))
  const note = `Not scanned, as it is a repository of its own: ${firstOf(names)}. To scan one: npx leakgate audit --history FOLDER`
  return { ...(await ofFiles(units, scope, repository, audit)), notes: names.length > 0 ? [note] : [] }
}

async function ofFiles(units: Iterable<Unit>, scope: Pick<Scope, 'shard'>, origin: Origin, audit: AuditRun): Promise<AuditResult> {
  const { hits, coverage } = await scanUnits(part(units, scope), origin, audit)
  return { verdicts: hits.flatMap(({ verdicts }) => verdicts), coverage, notes: [] }
}

/** It is on disk, but no commit will include it: not refused, but not to be forgotten either. */
const onlyWarned = (verdict: Verdict): Verdict =>
  verdict.outcome === 'blocked'
    ? { ...verdict, outcome: 'warned', reason: 'ignored by git: on this disk, in its backups, and in images built from it' }
    : verdict

async function ofHistory(
  { units, versions, gaps }: Units,
  scope: Scope,
  repository: AuditedRepository,
  audit: AuditRun,
): Promise<AuditResult> {
  const { hits, coverage } = await scanUnits(part(units, scope), repository, audit)
  const news = scope.kind === 'range' ? await withoutOld(hits, versions.before(), repository, audit) : hits
  const here = scope.shard && scope.shard.part > 1 ? [] : gaps // reported once, by the first shard
  return { verdicts: await withHistory(news, versions, repository, audit.least), coverage: [...coverage, ...here], notes: [] }
}

/** A range reports what is new in it: not what the versions before it already contain. */
async function withoutOld(
  hits: Scanned['hits'],
  before: readonly [string, string[]][],
  repository: AuditedRepository,
  audit: AuditRun,
): Promise<Scanned['hits']> {
  if (hits.length === 0) return hits
  const units = before.map(([id, paths]): Unit => ({ kind: 'blob', id, paths, bytes: 0 }))
  const old = await scanUnits(units, repository, audit)
  const known = new Set(old.hits.flatMap(({ verdicts }) => verdicts.map(({ finding }) => finding.fingerprint)))
  return hits.map((hit) => ({ ...hit, verdicts: hit.verdicts.filter(({ finding }) => !known.has(finding.fingerprint)) }))
}

/** As git takes them. A branch is audited without the commits of the default branch; the default branch itself, completely. */
async function revisions(at: string, { commits, branch }: Range): Promise<string[]> {
  // Before a new branch, a push has the id of no commit.
  const given = commits === undefined ? [] : [commits.replace(/^0{40,64}\.{2,3}(?=.)/, '')]
  if (branch === undefined) return given
  const [own, tip] = await Promise.all([idOf(at, branch), defaultTip(at)])
  if (!own) throw new UserError(2, `git finds no branch or commit ${branch}.`, 'See them: git branch --all')
  return [...given, branch, ...(tip && tip !== own ? [`^${tip}`] : [])]
}

/** The newest commit of the default branch. */
async function defaultTip(at: string): Promise<string | undefined> {
  for (const name of DEFAULT_BRANCHES) {
    const tip = await idOf(at, name)
    if (tip) return tip
  }
  return undefined
}

const DEFAULT_BRANCHES = [
  'refs/remotes/origin/HEAD',
  'refs/heads/main',
  'refs/heads/master',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
]

async function idOf(at: string, name: string): Promise<string | undefined> {
  const { code, out } = await git(inside(at, ['rev-parse', '-q', '--verify', `${name}^{commit}`]))
  return code === 0 ? out.toString().trim() : undefined
}
