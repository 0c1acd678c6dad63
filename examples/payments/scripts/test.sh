#!/usr/bin/env bash
# Runs one kind of tests: scripts/test.sh <unit|integration>
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  unit) npm run test:unit ;;
  integration)
    trap 'docker compose down --volumes' EXIT
    docker compose run --build --rm tests
    ;;
  *)
    echo "usage: scripts/test.sh <unit|integration>" >&2
    exit 2
    ;;
esac
