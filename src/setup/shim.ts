/**
 * The shim: a shell script in the git directory that all our hooks call. It handles "nothing is staged" and "an ordinary message" without
 * starting node, and has git list and read what is staged while node starts. It fails closed: if it cannot find something, it refuses.
 */

import { quoted } from '../shell.ts'
import { PLACES } from './config.ts'
import { PROGRAM } from './program.ts'
import { SUSPICIOUS } from './suspicious.ts'
import { IS_TRACKED } from './tracked.ts'

/** The exit code by which the program says to the shim that nothing is refused. After it come its codes 1 to 3. */
const CLEAN = 93

interface Recorded {
  /** The node that ran init, and the program it ran. */
  readonly node: string
  readonly cli: string
  /** git runs the hook both from its config and from a file. */
  readonly twice: boolean
}

/** Where a package manager installs us, relative to the top of a worktree. */
const LOCAL = 'node_modules/leakgate/bin/leakgate.cjs'

export function shim({ node, cli, twice }: Recorded): string {
  return `#!/bin/sh
trap 'exit 3' EXIT # whatever ends this script early, as the end of a file that is not complete
set +e
unset CDPATH
# leakgate: written by \`leakgate init\`, and called by this clone's git hooks. \`leakgate uninstall\` removes it.
finish() {
  trap - EXIT
  exit "$1"
}
case $1 in
  config) shift ;;
${twice ? ONCE : ''}esac
hook=$1
shift

case ",$SKIP," in *,leakgate,*) LEAKGATE_SKIP=1 ;; esac
if [ "$LEAKGATE_SKIP" = 1 ]; then
  echo 'leakgate: skipped because of LEAKGATE_SKIP or SKIP. Nothing was scanned.' >&2
  finish 0
fi

refuse() {
  printf '\\n  leakgate: %s, so nothing was scanned and nothing passes.\\n  %s\\n\\n' "$1" "$2" >&2
  exit 3
}

find_cli() {
  cli=$LEAKGATE_CLI
  [ -f "$cli" ] && [ -s "$cli" ] && return
  [ -n "$cli" ] && refuse 'LEAKGATE_CLI is no file, or empty' 'Set it to the path of bin/leakgate.cjs, or unset it.'
  common=\${0%/leakgate/*}
  for cli in ./${LOCAL} ${quoted(cli)} "$common/../${LOCAL}" "$common/${PROGRAM}/bin/leakgate.cjs"; do
    [ -s "$cli" ] && return
  done
  refuse 'its program is not found, or empty' 'Install it again (npm install, or npm install --save-dev leakgate), then: npx leakgate init. Or remove its hooks: npx leakgate uninstall'
}

${IS_TRACKED}
find_node() {
  node=$LEAKGATE_NODE
  [ -n "$node" ] && return
  node=$(command -v node) && return
  for node in ${quoted(node)} \\
    "\${VOLTA_HOME:-$HOME/.volta}/bin/node" \\
    "\${FNM_DIR:-$HOME/.local/share/fnm}/aliases/default/bin/node" \\
    "$HOME/Library/Application Support/fnm/aliases/default/bin/node" \\
    "\${MISE_DATA_DIR:-$HOME/.local/share/mise}/shims/node" \\
    "\${ASDF_DATA_DIR:-$HOME/.asdf}/shims/node" \\
    "\${NODENV_ROOT:-$HOME/.nodenv}/shims/node" \\
    /opt/homebrew/bin/node /usr/local/bin/node '/c/Program Files/nodejs/node.exe'; do
    [ -x "$node" ] && return
  done
  node=$(ls -d "\${NVM_DIR:-$HOME/.nvm}"/versions/node/v*/bin/node 2>/dev/null | sort -V 2>/dev/null | tail -n 1)
  [ -x "$node" ] && return
  refuse 'node is not found' 'Put node on the PATH of your git client, or set LEAKGATE_NODE to its path.'
}

run() {
  find_cli
  [ -z "$LEAKGATE_CLI" ] && is_tracked &&
    refuse 'its program is in the repository, where a branch may change it' 'Take it out (git rm -r --cached node_modules/leakgate; LEAKGATE_SKIP=1 git commit) and install it again, or install it globally.'
  find_node
  # It has codes of its own: any other program may end with 0, or with 1 and without a word.
  LEAKGATE_CLEAN=${CLEAN} "$node" "$cli" hook "$hook" "$@"
  code=$?
  case $code in
    ${[0, 1, 2, 3].map((code) => CLEAN + code).join(' | ')}) finish $((code - ${CLEAN})) ;;
    130) finish 130 ;;
  esac
  refuse "$node did not run it to its end (exit code $code)" 'If that node does not work in this folder, put another one first on the PATH, or set LEAKGATE_NODE to its path. If leakgate was updated: npx leakgate init'
}

quiet_git() {
  GIT_NO_REPLACE_OBJECTS=1 GIT_OPTIONAL_LOCKS=0 GIT_NO_LAZY_FETCH=1 LC_ALL=C git "$@" 2>/dev/null
}

# The objects needed to judge a commit: the config, from the index if this commit changes it, and each new blob.
contents() {
  set -f
  {
    for spec in $specs; do echo "$spec"; done
    IFS='
'
    for line in $list; do
      case $line in :??????' 000000 '* | :??????' 160000 '*) continue ;; esac
      line=\${line#* * * }
      echo "\${line%% *}"
    done
  } | quiet_git cat-file --batch --buffer
  echo "$?"
}

# It ends the shim itself: if the here document cannot be written, it does not run, and nothing can be taken for grep's "no match".
pass_ordinary() {
  LC_ALL=C grep -Eiq ${quoted(SUSPICIOUS)} "$@"
  [ $? = 1 ] && { wait "$asked"; [ $? = 1 ]; } && finish 0
}

case $hook in
  pre-commit | pre-merge-commit | pre-applypatch)
    list=$(quiet_git -c core.fsmonitor=false -c core.quotePath=true diff-index --cached --raw --no-renames --no-abbrev --ita-invisible-in-index HEAD --) ||
      run "$@"
    if [ -z "$list" ]; then
      [ "$hook" = pre-applypatch ] && run "$@"
      finish 0
    fi
    case $list in
      *leakgate* | *package.json*) tree=: ;;
      *) tree=HEAD: ;;
    esac
    specs=
    for place in ${PLACES.join(' ')}; do specs="$specs $tree$place"; done
    {
      printf '%s\\n\\n' "$list"
      contents
    } | run --piped "\${specs# }" "$@"
    finish $?
    ;;
  commit-msg)
    [ -r "$1" ] || run "$@"
    # Which rules grep does not know: one's own, and one that is off by itself. Of the index, as the config on the disk may be another.
    quiet_git grep --cached --threads=1 -Eqe '(^|[^a-z])(own|personal-email)([^a-z]|$)' -- ${PLACES.join(' ')} &
    asked=$!
    if [ "$GIT_EDITOR" = : ]; then
      pass_ordinary "$1"
    else
      text=$(LC_ALL=C sed -e '/^# -\\{24\\} >8 -\\{24\\}$/,$ { /^diff --/,$d' -e '}' "$1") || run "$@"
      pass_ordinary <<LEAKGATE
$text
LEAKGATE
    fi
    run "$@"
    ;;
  *) run "$@" ;;
esac
`
}

/** For a call from a file, after git has run the hook in its config. A git without such hooks has no `hook list`. */
const ONCE = `  *) git hook list "$1" 2>/dev/null | grep -qx "leakgate-$1" && finish 0 ;;
`
