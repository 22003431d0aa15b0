/** Groups findings by folder, and lays the folders out: squarified treemaps, by Bruls, Huizing and van Wijk (2000). */
import type { Item } from './filter.ts'

export interface Place {
  /** With a trailing slash, if it is a folder. */
  readonly path: string
  readonly count: number
  /** How many of them are critical or high. */
  readonly grave: number
}

/** In percent of the whole. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The direct children of a folder, most findings first. A folder whose only child is a folder is skipped. */
export function placesIn(found: readonly Item[], folder: string): Place[] {
  const places = new Map<string, Place>()
  for (const { path, severity } of found) {
    const end = path.indexOf('/', folder.length)
    const key = end < 0 ? path : path.slice(0, end + 1)
    const { count, grave } = places.get(key) ?? { count: 0, grave: 0 }
    const weighs = severity === 'critical' || severity === 'high'
    places.set(key, { path: key, count: count + 1, grave: grave + Number(weighs) })
  }
  const [only] = places.values()
  if (places.size === 1 && only?.path.endsWith('/') && only.path !== folder) return placesIn(found, only.path)
  return [...places.values()].sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1))
}

/** One box per weight, given largest first, in an area with this ratio of width to height. */
export function boxes(weights: readonly number[], ratio: number): Box[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const scaled = weights.map((weight) => (weight / total) * 100 * 100 * ratio)
  const done: Box[] = []
  let rest: Box = { x: 0, y: 0, width: 100 * ratio, height: 100 }
  for (let at = 0; at < scaled.length; ) {
    const side = Math.min(rest.width, rest.height)
    let end = at + 1
    while (end < scaled.length && worst(scaled.slice(at, end + 1), side) <= worst(scaled.slice(at, end), side)) end++
    const { placed, left } = strip(scaled.slice(at, end), rest)
    done.push(...placed)
    rest = left
    at = end
  }
  return done.map(({ x, y, width, height }) => ({ x: x / ratio, y, width: width / ratio, height }))
}

function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((a, b) => a + b, 0)
  return Math.max(...areas.map((area) => Math.max((side * side * area) / (sum * sum), (sum * sum) / (side * side * area))))
}

/** Lays out one strip along the shorter side. */
function strip(areas: readonly number[], { x, y, width, height }: Box): { readonly placed: Box[]; readonly left: Box } {
  const sum = areas.reduce((a, b) => a + b, 0)
  const upright = width >= height
  const depth = sum / (upright ? height : width)
  let along = 0
  const placed = areas.map((area) => {
    const length = area / depth
    const box = upright ? { x, y: y + along, width: depth, height: length } : { x: x + along, y, width: length, height: depth }
    along += length
    return box
  })
  const left = upright ? { x: x + depth, y, width: width - depth, height } : { x, y: y + depth, width, height: height - depth }
  return { placed, left }
}
