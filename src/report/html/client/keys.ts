/** Keyboard shortcuts: single letters work only while no field has the focus. */
import type { List } from './list.ts'

interface Acts {
  readonly search: () => void
  readonly open: () => void
  readonly close: () => void
}

export function keys(grid: HTMLElement, list: List, acts: Acts): void {
  const moves: Readonly<Record<string, () => number>> = {
    ArrowDown: () => 1,
    ArrowUp: () => -1,
    j: () => 1,
    k: () => -1,
    PageDown: list.screenful,
    PageUp: () => -list.screenful(),
    Home: () => Number.NEGATIVE_INFINITY,
    End: () => Number.POSITIVE_INFINITY,
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key, target } = event
    const typing = target instanceof HTMLElement && target.closest('input, select, textarea') !== null
    if (key === 'Escape') return acts.close()
    if (typing) return
    const inGrid = target === grid
    const by = (inGrid || key === 'j' || key === 'k') && Object.hasOwn(moves, key) ? moves[key] : undefined
    if (by) {
      list.focus()
      list.move(by())
    } else if (key === '/') acts.search()
    else if (key === 'Enter' && inGrid) acts.open()
    else return
    event.preventDefault()
  })
}
