/** The language of a file, by its name. */

const SOURCE_CODE =
  /\.(?:[cm]?[jt]sx?|pyi?|go|rs|java|kts?|scala|groovy|cs|fs|vb|rb|rake|gemspec|php|swift|mm?|cc?|cpp|cxx|hh?|hpp|dart|lua|p[lm]|r|jl|exs?|[eh]rl|hs|clj|rkt|s?css|less|sol|vue|svelte|cl|cuh|ino|metal|svh?|v|tpp|s|asm|vim|yy?|pas|dpr|lpr|nse|el|scm|ss|ad[bs]|f90|zig|nim|mli?|vala|pyx|hxx)(?:\.in)?$/

/** Is it source code of a programming language? */
export const isSourceCode = (path: string) => SOURCE_CODE.test(path.toLowerCase())

/** A lock file or a list of checksums: hashes beside the names of packages, which are often those of vendors. */
export const isLockFile = (path: string) =>
  /(?:^|\/)(?:go\.(?:work\.)?sum|composer\.lock|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|packages\.lock\.json|verification-metadata\.xml|\.srcinfo|modules\.txt)$|\.(?:lock|resolved|lockfile|sha\d{1,3})$|(?:sha\d{0,3}|md5|check)sums?(?:\.txt)?$/.test(
    path.toLowerCase(),
  )
