/** The windows of a text in which rules are tried. Overlapping windows of a rule are merged, so a rule reads a text only once. */

/** Per rule: its open window; `to` is 0 if there is none. */
interface Open {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly rules: number[]
}

/** Reused for one text after the other: most texts open few windows, and the arrays for all rules need not be allocated again. */
export class Windows {
  readonly #open: Open

  constructor(rules: number) {
    this.#open = { from: new Int32Array(rules), to: new Int32Array(rules), rules: [] }
  }

  /** The windows of a rule must be added in ascending order. `search` is called once per merged window, when it cannot grow any more. */
  add(rule: number, from: number, to: number, search: (rule: number, from: number, to: number) => void): void {
    const open = this.#open
    const end = open.to[rule] ?? 0
    if (end === 0) open.rules.push(rule)
    else if (from <= end) {
      open.to[rule] = to
      return
    } else search(rule, open.from[rule] ?? 0, end)
    open.from[rule] = from
    open.to[rule] = to
  }

  /** Called at the end of a text. */
  close(search: (rule: number, from: number, to: number) => void): void {
    const open = this.#open
    for (const rule of open.rules) {
      search(rule, open.from[rule] ?? 0, open.to[rule] ?? 0)
      open.to[rule] = 0
    }
    open.rules.length = 0
  }
}
