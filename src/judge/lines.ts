/** Line numbers of a text: `\n`, `\r\n` and a lone `\r` end a line. For offsets in ascending order, it reads the text only once. */

export class Lines {
  readonly #text: string
  readonly #first: number
  #line: number
  #start = 0
  /** Where the next line starts. */
  #next: number

  constructor(text: string, first: number) {
    this.#text = text
    this.#first = first
    this.#line = first
    this.#next = this.#behind(0)
  }

  /** The line number of the offset, and where that line starts. */
  at(offset: number): { readonly line: number; readonly start: number } {
    if (offset < this.#start) {
      this.#line = this.#first
      this.#start = 0
      this.#next = this.#behind(0)
    }
    while (this.#next <= offset) {
      this.#line++
      this.#start = this.#next
      this.#next = this.#behind(this.#next)
    }
    return { line: this.#line, start: this.#start }
  }

  /** The offset after the next line end. */
  #behind(offset: number): number {
    END.lastIndex = offset
    return END.test(this.#text) ? END.lastIndex : Number.POSITIVE_INFINITY
  }
}

/** Works for UTF-16, too. */
const END = /\n|\r(?!\0?\n)/g
