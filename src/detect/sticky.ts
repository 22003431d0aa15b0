/** Sticky patterns: they match at one place of a text, and nowhere else. */

export function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at
  return form.exec(text)
}

/** The same, if only the answer counts. */
export function fitsAt(form: RegExp, text: string, at: number): boolean {
  form.lastIndex = at
  return form.test(text)
}
