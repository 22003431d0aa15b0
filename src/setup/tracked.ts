/**
 * A function of the shim: is the program `$cli` part of the branch, or about to be, itself or in a submodule? Then it is not run, as a branch
 * may change it.
 */
export const IS_TRACKED = `# Asks HEAD, as reading the index takes longer.
is_tracked() {
  package=\${cli%/bin/*}
  case $package in
    ./* | "$PWD"/*) ;;
    *)
      # Another work tree of this repository; one of another repository is none of its branches.
      ours=$(cd "$common" && pwd -P)
      (
        cd "\${package%/leakgate}" && unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE && quiet_git cat-file -e HEAD:./ &&
          cd "$(quiet_git rev-parse --git-common-dir)" && [ "$(pwd -P)" = "$ours" ]
      ) 2>/dev/null
      return
      ;;
  esac
  name=\${package#"$PWD"/}
  name=\${name#./}
  folder=\${name%/leakgate}
  # A path follows a tab; in quotes, if it has odd letters.
  case "$list
" in *"\t$name"/* | *"\t$name
"* | *"\t$folder
"*) return 0 ;; esac
  case $name in *[!A-Za-z0-9._/@+-]*)
    case $list in *'\t"'*node_modules*) return 0 ;; esac
    quiet_git cat-file -e "HEAD:$name" && return 0 ;;
  esac
  at=$name
  set -- "$name"
  while [ "$at" != "\${at%/*}" ]; do
    at=\${at%/*}
    set -- "$@" "$at"
  done
  # Of a folder, git lists what is in it: only the program itself, a link or a submodule has one of these paths.
  listed=$(quiet_git ls-tree HEAD -- "$@")
  for at; do
    case "$listed
" in *"\t$at
"*) return 0 ;; esac
  done
  [ -h "$name" ] || [ -h "$folder" ] || return 1
  # A link may lead elsewhere in the worktree.
  here=$(pwd -P)
  real=$(cd -P "$name" && pwd -P) || return 0
  case $real in "$here"/*) ;; *) return 1 ;; esac
  real=\${real#"$here"/}
  case $list in *"$real"/*) return 0 ;; esac
  quiet_git cat-file -e "HEAD:$real"
}`
