/** Text before a value that ends the URL of a badge: its token only shows it. */
export const BADGE = /:\/\/[^\s"'`<>()]*(?:badge|\.svg\b|shields\.io)[^\s"'`<>()]*$/
