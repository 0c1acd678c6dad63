#!/usr/bin/env bash
# Builds the image of this commit and pushes it to the registry that REGISTRY names.
set -euo pipefail
cd "$(dirname "$0")/.."

image="${REGISTRY:?the registry to push to}/payments:git-${BUILDKITE_COMMIT:0:12}"
docker build --tag "$image" .
docker push "$image"
