/** The reason of an allowance: words, as a placeholder such as "…" explains nothing. */
export const REASON = /[\p{L}\p{N}]{2}/u
