/**
 * A scenario: a title, files and a session, in one text that a stranger can read.
 *
 *     A staged .env file stops the commit, and the message says how to take it out.
 *
 *     -- .env --
 *     DB_PASSWORD={base62:20}
 *
 *     -- session --
 *     $ leakgate init
 *     $ git add --force .env
 *     $ git commit -m settings → 1
 *       Environment file
 *       ! password
 *
 * A line after `$` is run by sh at the top of a fresh repository with one commit; it must end with 0, or with the code after `→`
 * (`→ !` is any other than 0). Indented lines must stand in what it printed; after `!`, must not; a number alone is a whole line of it.
 * `#` begins a remark. A path may lead out of the repository: `../other/app.js`. A line `Needs git 2.54.` below the title: skipped where git
 * is older. `{base62:20}` and its like are filled in by the sampler, in files and commands alike: each another text, the same at every run.
 * `fingerprint` is a command that says the fingerprint of the first finding that is staged. What reads otherwise is a mistake, and thrown.
 */
import { sample } from './sample.ts'

interface Step {
  readonly command: string
  /** undefined: any but 0. */
  readonly code: number | undefined
  readonly said: readonly string[]
  readonly unsaid: readonly string[]
}

export interface Scenario {
  readonly title: string
  /** The oldest git for it: major and minor. */
  readonly git: readonly [number, number]
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly steps: readonly Step[]
}

export function scenario(source: string): Scenario {
  const [head = '', ...sections] = source.split(/^-- (.+) --\n/m)
  const [, title, major = 0, minor = 0] = /^(.+)(?:\nNeeds git (\d+)\.(\d+)\.)?$/.exec(head.trim()) ?? []
  if (title === undefined) throw new Error(`not a title, nor one with the git that it needs: ${head}`)
  const files: { path: string; text: string }[] = []
  let steps: Step[] = []
  for (let i = 0; i < sections.length; i += 2) {
    const [path = '', body = ''] = [sections[i], sections[i + 1]]
    const text = sample(body, `${title} ${path}`)
    if (path === 'session') steps = session(text)
    else files.push({ path, text: text.replace(/\n\n$/, '\n') })
  }
  if (steps.length === 0) throw new Error(`no session with a command: ${title}`)
  return { title, git: [Number(major), Number(minor)], files, steps }
}

function session(text: string): Step[] {
  const steps: { command: string; code: number | undefined; said: string[]; unsaid: string[] }[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('#'))) {
    const command = /^\$ (.*?)(?: → (\d+|!))?$/.exec(line)
    const step = steps.at(-1)
    if (command)
      steps.push({ command: command[1] ?? '', code: command[2] === '!' ? undefined : Number(command[2] ?? 0), said: [], unsaid: [] })
    else if (step && line.startsWith('  ! ')) step.unsaid.push(line.slice(4))
    else if (step && line.startsWith('  ')) step.said.push(line.slice(2))
    else throw new Error(`not a line of a session: ${line}`)
  }
  return steps
}
