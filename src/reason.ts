/** The reason of an allowance: a word at least, as a placeholder such as "…" explains nothing. */
export const REASON = /[\p{L}\p{N}]/u
