/** Objects of git by one `cat-file --batch` that stays while there is more to ask: its cache of delta bases stays too. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { ending, failed, type GitObject, LARGEST, Reader, start, typeOf } from './git.ts'
import { inside } from './lines.ts'

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

  /** In the order in which they are asked for. An answer, raw: `<id> blob <size>\n<bytes>\n`, or `<asked> missing\n`. */
  async *read(asked: readonly string[]): AsyncGenerator<GitObject> {
    if (asked.length > 0) this.#child.stdin.write(`${asked.join('\n')}\n`)
    for (const one of asked) {
      const header = await this.#reader.line()
      if (header === undefined) throw failed(['cat-file'], await this.#ended)
      const [, type = 'missing', length = '0'] = /^\S+ (blob|commit|tag|tree) (\d+)$/.exec(header) ?? []
      const size = Number(length)
      const bytes = type === 'missing' ? undefined : await this.#reader.take(size)
      if (type === 'missing') yield { asked: one, type, size, bytes }
      else {
        await this.#reader.take(1)
        if (!bytes) throw failed(['cat-file'], await this.#ended)
        yield { asked: one, type: typeOf(type), size, bytes: size > LARGEST ? undefined : bytes }
      }
    }
  }

  /** The process ends when its input does. */
  end(): void {
    this.#child.stdin.end()
  }
}
