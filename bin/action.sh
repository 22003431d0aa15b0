#!/usr/bin/env bash
# Run by the GitHub action: one audit of what the event brings, with a report for each reader. The audit's exit code is an output of the
# step, so that the SARIF file is uploaded before the job fails.
set -euo pipefail

main() {
  local folder=${RUNNER_TEMP:-$(mktemp -d)}/leakgate
  local sarif=$folder/leakgate.sarif html=$folder/leakgate.html summary=$folder/leakgate.md
  local -a words=() more=()
  scope "${LEAKGATE_SCOPE:-auto}"
  read -r -d '' -a more <<<"${LEAKGATE_ARGS:-}" || true # of all lines

  local program code=0
  program=$(installed) || exit
  node "$program" audit ${words[@]+"${words[@]}"} ${more[@]+"${more[@]}"} \
    --format github --format sarif --output "$sarif" --format html --output "$html" --format markdown --output "$summary" || code=$?
  # Without a report there is nothing to deliver.
  [[ -f $summary ]] || exit "$(($code ? $code : 3))"

  cat "$summary" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  printf '%s\n' "code=$code" "sarif=$sarif" "html=$html" >>"${GITHUB_OUTPUT:-/dev/null}"
}

# Prints the path of the program: what the job has already installed, else installed from npm, in the version of this action. Nothing from
# the branch is run, and npm is called in a folder where it does not read the branch's .npmrc.
installed() {
  local own=node_modules/leakgate/bin/leakgate.cjs tracked
  if [[ -z ${LEAKGATE_VERSION:-} && -f $own && ! -L node_modules ]] && tracked=$(git ls-files node_modules) && [[ -z $tracked ]]; then
    echo "$PWD/$own"
    return
  fi
  local version=${LEAKGATE_VERSION:-} here
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  [[ -n $version ]] || version=$(node -p 'require(process.argv[1]).version' "$here/package.json") || fail 3 "node cannot be run."
  mkdir -p "$folder/npm"
  (cd "$folder/npm" && npm install --prefix . --no-save --no-audit --no-fund --loglevel=error "leakgate@$version" >&2 && [[ -f $own ]]) ||
    fail 3 "leakgate@$version cannot be installed from npm."
  echo "$folder/npm/$own"
}

# Sets the options that tell audit what to read.
scope() {
  case $1 in
  tree) ;;
  history) whole && words=(--history) ;;
  range) whole && pushed ;;
  auto)
    case ${GITHUB_EVENT_NAME:-} in
    pull_request | pull_request_target | push | merge_group) whole && pushed ;;
    *) whole && words=(--history) ;;
    esac
    ;;
  *)
    fail 2 "There is no scope $1. It is auto, tree, range or history."
    ;;
  esac
}

# What the event brings. A new branch has no commit before, and that of a rewritten branch may be gone. For pull_request_target, what is
# checked out is the branch that it goes to.
pushed() {
  local base=${LEAKGATE_BASE:-} head=${LEAKGATE_HEAD:-HEAD}
  if [[ -n ${LEAKGATE_RANGE:-} ]]; then
    words=(--range "$LEAKGATE_RANGE")
  elif ! has "$head"; then
    fail 3 "$head, the head of the pull request, cannot be fetched. Fetch it before, or let actions/checkout keep its credentials."
  elif [[ -n $base && ! $base =~ ^0+$ ]] && has "$base"; then
    words=(--range "$base..$head")
  else
    words=(--branch "$head")
  fi
}

# To standard error, as standard output may be taken for an answer.
fail() {
  echo "::error title=leakgate::$2" >&2
  exit "$1"
}

has() {
  git cat-file -e "$1^{commit}" 2>/dev/null || git fetch --quiet --no-tags origin "$1" 2>/dev/null
}

# actions/checkout fetches one commit, unless fetch-depth is 0.
whole() {
  [[ $(git rev-parse --is-shallow-repository) == false ]] || git fetch --quiet --unshallow --no-tags origin ||
    fail 3 "The history cannot be fetched. Set fetch-depth to 0 for actions/checkout."
}

main
