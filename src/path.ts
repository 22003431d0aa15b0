/** A path in two: folder and name, cut at the last slash. */

/** With its slash; empty at the top. */
export const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
export const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
