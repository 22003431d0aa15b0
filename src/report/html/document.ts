/** The frame of every page: nothing is loaded or sent, and only the page's own script may run. */
import { html } from '../escape.ts'
import type { Provenance } from '../provenance.ts'

interface Parts {
  readonly title: string
  readonly style: string
  /** Directives of the content security policy, besides those that every page has. */
  readonly allows: readonly string[]
  /** The body, with its tag. */
  readonly body: string
}

export const document = ({ title, style, allows, body }: Parts) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(allows)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${html(title)} · leakgate</title>
<style>${style}</style>
</head>
${body}
</html>
`

const policy = (allows: readonly string[]) =>
  ["default-src 'none'", ...allows, 'img-src data:', "base-uri 'none'", "form-action 'none'"].join('; ')

/** "25 November 2026" */
export const day = ({ at }: Pick<Provenance, 'at'>) =>
  at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
