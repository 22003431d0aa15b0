/** Git objects from one long-running `cat-file --batch`, which keeps its cache of delta bases. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { ending, failed, type GitObject, inside, nextObject, start } from './git.ts'
import { Reader } from './reader.ts'

export class Objects {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #ended: Promise<{ code: number; error: string }>
  readonly #reader: Reader

  constructor(at: string | undefined) {
    this.#child = start(inside(at, ['cat-file', '--batch']))
    this.#ended = ending(this.#child)
    this.#ended.catch(() => {}) // awaited when an answer does not come
    this.#reader = new Reader(this.#child.stdout)
  }

  /** Answers come in the order of the requests. */
  async *read(asked: readonly string[]): AsyncGenerator<GitObject> {
    if (asked.length > 0) this.#child.stdin.write(`${asked.join('\n')}\n`)
    for (const one of asked) {
      const answer = await nextObject(this.#reader, one)
      if (!answer) throw failed(['cat-file'], await this.#ended)
      yield answer
    }
  }

  /** The process exits when its input is closed. */
  end(): void {
    this.#child.stdin.end()
  }
}
