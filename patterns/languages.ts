/** The language of a file, by its name. */

const SOURCE_CODE =
  /\.(?:[cm]?[jt]sx?|pyi?|go|rs|java|kts?|scala|groovy|cs|fs|vb|rb|php|swift|mm?|cc?|cpp|cxx|hh?|hpp|dart|lua|p[lm]|r|jl|exs?|erl|hs|clj|sol|vue|svelte)$/

/** Is it source code of a programming language? */
export const isSourceCode = (path: string) => SOURCE_CODE.test(path.toLowerCase())
