#!/bin/sh
# kitewright 0.1.0 520a65f4136ed1cd: `kitewright init --update` brings it up to date
set -eu

usage() {
  cat <<'TEXT'
usage: docker-tag.sh [--image NAME] [--file Dockerfile] [--rebuild] [--help]

Builds the image of this commit, tags it by commit and branch, and pushes it. What it was pushed as, by its digest, is
printed, and kept with the build as meta-data image-NAME: every environment is given that very image. An image that the
registry has of this commit is taken as it is: the same commit is the same image, in a rebuild and in the build of a tag.

  --image NAME   the image's name; the service's unless told
  --file FILE    its Dockerfile, from the service's folder
  --rebuild      build it even if the registry has one of this commit

  REGISTRY         where to: registry.example.com/team
  SERVICE          the service's name
  SERVICE_FOLDER   its folder, from the repository's root; the root unless told
TEXT
}

die() {
  printf 'docker-tag.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

image=${SERVICE:-}
file=Dockerfile
rebuild=
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h) usage && exit 0 ;;
    --rebuild) rebuild=1 ;;
    --image | --file)
      [ $# -gt 1 ] || die "$1 wants a value" 2
      case "$1" in
        --image) image=$2 ;;
        *) file=$2 ;;
      esac
      shift
      ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

[ -n "$image" ] || die 'SERVICE is not set: it names the image' 2
[ -n "${REGISTRY:-}" ] || die 'REGISTRY is not set: it says where images are pushed to' 2
command -v docker >/dev/null 2>&1 || die 'docker is not installed on this agent' 3
docker info >/dev/null 2>&1 || die 'the Docker engine does not answer: is it running, and may this user reach it?' 3

root=$(git rev-parse --show-toplevel 2>/dev/null || pwd)
cd "$root/${SERVICE_FOLDER:-.}" 2>/dev/null || die "SERVICE_FOLDER names no folder: $SERVICE_FOLDER" 2
[ -f "$file" ] || die "there is no $file in $PWD" 2

commit=${BUILDKITE_COMMIT:-HEAD}
if [ "$commit" = HEAD ]; then commit=$(git rev-parse HEAD) || die 'no commit: BUILDKITE_COMMIT is not set, and this is no git repository' 2; fi
branch=${BUILDKITE_BRANCH:-$(git rev-parse --abbrev-ref HEAD)}

name=$REGISTRY/$image
by_commit=$name:git-$(printf '%.12s' "$commit")
by_branch=$name:branch-$(printf '%s' "$branch" | tr -c 'A-Za-z0-9_.-' '-' | cut -c 1-100)

if [ -z "$rebuild" ] && docker pull --quiet "$by_commit" >/dev/null 2>&1; then
  echo "the registry has the image of this commit: it is taken as it is"
else
  docker build --file "$file" --tag "$by_commit" --label "org.opencontainers.image.revision=$commit" . ||
    die 'the image cannot be built: see above'
fi
docker tag "$by_commit" "$by_branch"
for tag in "$by_commit" "$by_branch"; do
  docker push --quiet "$tag" >/dev/null || die "$tag cannot be pushed: see above; is the agent logged in to $REGISTRY?"
done

digest=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$by_commit" | grep -F "$name@sha256:" | head -n 1) ||
  die "the registry gave no digest for $by_commit"
echo "$digest"
if [ -n "${BUILDKITE_JOB_ID:-}" ]; then
  buildkite-agent meta-data set "image-$image" "$digest" || die "the digest cannot be kept with the build: see above"
fi
