/** The windows of a text in which rules are to be tried: what lies near each other is one window, so that a text is read once by each. */

/** `to` 0: no window of the rule is open. */
interface Open {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly rules: number[]
}

/** For one text after the other: most texts open few windows, and memory for all rules is not made anew for each. */
export class Windows {
  readonly #open: Open

  constructor(rules: number) {
    this.#open = { from: new Int32Array(rules), to: new Int32Array(rules), rules: [] }
  }

  /** Windows of a rule come in rising order. `look` is called once for each, when it can grow no more. */
  add(rule: number, from: number, to: number, look: (rule: number, from: number, to: number) => void): void {
    const open = this.#open
    const end = open.to[rule] ?? 0
    if (end === 0) open.rules.push(rule)
    else if (from <= end) {
      open.to[rule] = to
      return
    } else look(rule, open.from[rule] ?? 0, end)
    open.from[rule] = from
    open.to[rule] = to
  }

  /** At the end of a text. */
  close(look: (rule: number, from: number, to: number) => void): void {
    const open = this.#open
    for (const rule of open.rules) {
      look(rule, open.from[rule] ?? 0, open.to[rule] ?? 0)
      open.to[rule] = 0
    }
    open.rules.length = 0
  }
}
