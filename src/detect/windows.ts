/** The windows of a text in which rules are tried. Overlapping windows of a rule are merged, so a rule reads a text only once. */

/** Reused for one text after the other: most texts open few windows, and the arrays for all rules need not be allocated again. */
export class Windows {
  /** Per rule: its open window; the end is 0 if there is none. */
  readonly #from: Int32Array
  readonly #to: Int32Array
  /** The rules with an open window. */
  readonly #rules: number[] = []

  constructor(rules: number) {
    this.#from = new Int32Array(rules)
    this.#to = new Int32Array(rules)
  }

  /** The windows of a rule must be added by ascending starts. `search` is called once per merged window, when it cannot grow any more. */
  add(rule: number, from: number, to: number, search: (rule: number, from: number, to: number) => void): void {
    const end = this.#to[rule] ?? 0
    if (end > 0 && from <= end) {
      this.#to[rule] = Math.max(end, to) // a longer word ends later and starts earlier
      return
    }
    if (end > 0) search(rule, this.#from[rule] ?? 0, end)
    else this.#rules.push(rule)
    this.#from[rule] = from
    this.#to[rule] = to
  }

  /** Called at the end of a text. */
  close(search: (rule: number, from: number, to: number) => void): void {
    for (const rule of this.#rules) {
      search(rule, this.#from[rule] ?? 0, this.#to[rule] ?? 0)
      this.#to[rule] = 0
    }
    this.#rules.length = 0
  }
}
