#!/bin/sh
# kitewright 0.1.0 c7315449c40f6669: `kitewright init --update` brings it up to date
set -eu

usage() {
  cat <<'TEXT'
usage: test.sh <kind> [--help]

Runs one kind of tests with Docker Compose: the service of that name in the Compose file (unit, integration, …), with all
that it depends on. The step fails if the tests do. Everything is taken down at the end, also when this is killed; where
the tests fail, the containers' logs are kept in logs/compose-<kind>.log.

  SERVICE_FOLDER   the folder of the Compose file, from the repository's root; the root unless told
  COMPOSE_FILE     the Compose file, as Compose itself reads it
TEXT
}

die() {
  printf 'test.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

case "${1:-}" in
  --help | -h) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac
kind=$1

command -v docker >/dev/null 2>&1 || die 'docker is not installed on this agent' 3
if docker compose version >/dev/null 2>&1; then
  compose='docker compose'
elif command -v docker-compose >/dev/null 2>&1; then
  compose=docker-compose
else
  die 'Docker Compose is not installed on this agent: neither "docker compose" nor docker-compose is there' 3
fi
docker info >/dev/null 2>&1 || die 'the Docker engine does not answer: is it running, and may this user reach it?' 3

root=$(git rev-parse --show-toplevel 2>/dev/null || pwd)
folder=$root/${SERVICE_FOLDER:-.}
cd "$folder" 2>/dev/null || die "SERVICE_FOLDER names no folder: $SERVICE_FOLDER" 2

# Every job has containers of its own, so that jobs of one agent do not meet.
COMPOSE_PROJECT_NAME=$(printf '%s' "$(basename "$PWD")-$kind-${BUILDKITE_JOB_ID:-$$}" | tr '[:upper:]' '[:lower:]' | tr -c 'a-z0-9_-' '-')
export COMPOSE_PROJECT_NAME

services=$($compose config --services) || die 'Compose cannot read its file: see above' 2
printf '%s\n' "$services" | grep -qxF "$kind" ||
  die "the Compose file has no service \"$kind\", which would run these tests; it has $(printf '%s' "$services" | tr '\n' ' ')" 2

# One second for each container: an agent that cancels a job does not wait long.
take_down="$compose down --volumes --remove-orphans --rmi local --timeout 1"

child=
watch=
finish() {
  status=$?
  trap '' HUP INT TERM
  trap - EXIT
  if [ -n "$child" ]; then kill "$child" 2>/dev/null || true; fi
  if [ "$status" -ne 0 ]; then
    mkdir -p "$root/logs"
    $compose logs --no-color --timestamps >"$root/logs/compose-$kind.log" 2>/dev/null || true
  fi
  $take_down >/dev/null 2>&1 || true
  if [ -n "$watch" ]; then kill "$watch" 2>/dev/null || true; fi
  exit "$status"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# What cannot be trapped: somebody else takes everything down.
if command -v setsid >/dev/null 2>&1; then
  setsid sh -c "while kill -0 $$ 2>/dev/null; do sleep 1; done; $take_down" >/dev/null 2>&1 </dev/null &
  watch=$!
fi

# A shell hears of a signal only while it waits.
run() {
  "$@" </dev/null &
  child=$!
  code=0
  wait "$child" || code=$?
  child=
  return "$code"
}

echo "--- :docker: Build"
run $compose build
echo "+++ :test_tube: $kind"
run $compose run --rm -T "$kind"
