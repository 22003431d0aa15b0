/** Objects of git by one `cat-file --batch` that stays while there is more to ask: its cache of delta bases stays too. */
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

  /** In the order in which they are asked for. */
  async *read(asked: readonly string[]): AsyncGenerator<GitObject> {
    if (asked.length > 0) this.#child.stdin.write(`${asked.join('\n')}\n`)
    for (const one of asked) {
      const answer = await nextObject(this.#reader, one)
      if (!answer) throw failed(['cat-file'], await this.#ended)
      yield answer
    }
  }

  /** The process ends when its input does. */
  end(): void {
    this.#child.stdin.end()
  }
}
