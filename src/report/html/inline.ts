/** Inlined parts of the page. The build replaces this module by the bundle of client/ and page.css, with their hashes. */
export interface Inline {
  readonly script: string
  readonly style: string
  /** The content security policy allows only script and style with these hashes. */
  readonly hashes: { readonly script: string; readonly style: string }
}

/** When running from source, the page has neither script nor style. */
export const inline: Inline = { script: '', style: '', hashes: { script: 'sha256-', style: 'sha256-' } }
