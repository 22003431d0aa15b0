/** The windows of a text in which rules are to be tried: what lies near each other is one window, so that a text is read once by each. */

export class Windows {
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #open: number[] = []
  readonly #look: (rule: number, from: number, to: number) => void

  /** `look` is called once for each window, when it can grow no more. */
  constructor(rules: number, look: (rule: number, from: number, to: number) => void) {
    this.#from = new Int32Array(rules)
    this.#to = new Int32Array(rules)
    this.#look = look
  }

  /** Windows of a rule come in rising order. */
  add(rule: number, from: number, to: number): void {
    const end = this.#to[rule] ?? 0
    if (end === 0) this.#open.push(rule)
    else if (from <= end) {
      this.#to[rule] = to
      return
    } else this.#look(rule, this.#from[rule] ?? 0, end)
    this.#from[rule] = from
    this.#to[rule] = to
  }

  close(): void {
    for (const rule of this.#open) this.#look(rule, this.#from[rule] ?? 0, this.#to[rule] ?? 0)
  }
}
