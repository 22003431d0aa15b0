/** The one class of errors for the user: a problem, then a next step. */

/** 1: not armed, or not gone; 2: usage or config; 3: something could not be scanned, so the commit is refused; 130: interrupted. */
export type ExitCode = 1 | 2 | 3 | 130

export class UserError extends Error {
  readonly code: ExitCode
  readonly next: string

  constructor(code: ExitCode, problem: string, next: string, options?: ErrorOptions) {
    super(problem, options)
    this.name = 'UserError'
    this.code = code
    this.next = next
  }
}

export const isInterruption = (error: unknown) => error instanceof UserError && error.code === 130
