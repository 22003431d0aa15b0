/** Paths as texts: their folder and name, cut at the last slash, and in the form of globs. */

/** With its slash; empty at the top. */
export const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
export const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** `ignore` accepts only clean relative paths. */
export const cleanPath = (path: string) => path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/{2,}/g, '/') || '_'
