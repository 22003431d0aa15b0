/** What stands in the page as it is. The build puts the bundle of client/ and page.css, with their hashes, in the place of this file. */
export interface Inline {
  readonly script: string
  readonly style: string
  /** The page's policy lets run, and apply, what has these. */
  readonly hashes: { readonly script: string; readonly style: string }
}

/** From source, the page is bare. */
export const inline: Inline = { script: '', style: '', hashes: { script: 'sha256-', style: 'sha256-' } }
