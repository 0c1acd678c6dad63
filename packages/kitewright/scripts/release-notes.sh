#!/bin/sh
set -eu

usage() {
  cat <<'TEXT'
usage: release-notes.sh <environment> [--help]

Tells what a deployment of this commit would bring to an environment: the stories, pull requests and commits since the one
that is there, by the record that deploy keeps on its stack. As Markdown, printed and shown on the build's page. Nothing that
somebody wrote in a commit means anything to Markdown.

  SERVICE            the service's name; its stack is SERVICE-environment
  SERVICE_FOLDER     its folder, from the repository's root: only what changes it is told; the whole repository unless told
  STORY_PATTERN      an extended regular expression of what commits call stories: PAY-[0-9]+; no stories unless told
  STORY_URL          what stands before a story in its address: https://stories.example.com/browse/; no links unless told
  PULL_REQUEST_URL   the same for the number of a pull request; that of a repository on GitHub is known
TEXT
}

die() {
  printf 'release-notes.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

case "${1:-}" in
  --help | -h) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac
environment=$1
[ $# -eq 1 ] || die "one environment at a time: $*" 2

[ -n "${SERVICE:-}" ] || die 'SERVICE is not set: it names the stack' 2
for tool in aws git awk; do
  command -v "$tool" >/dev/null 2>&1 || die "$tool is not installed on this agent" 3
done
scripts=$(cd "$(dirname "$0")" && pwd)
[ -f "$scripts/deploy" ] || die "deploy is not beside this script, in $scripts: it knows what an environment has" 3
root=$(git rev-parse --show-toplevel 2>/dev/null) || die 'this is no git repository: the commits are not known' 2
cd "$root/${SERVICE_FOLDER:-.}" 2>/dev/null || die "SERVICE_FOLDER names no folder: $SERVICE_FOLDER" 2

stack=$SERVICE-$environment
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 143' HUP INT TERM

is_known() {
  git cat-file -e "$1^{commit}" 2>/dev/null
}

"$scripts/deploy" "$environment" --status >"$work/record" || die "what $stack has cannot be read: see above" 3
held() {
  awk -F '\t' -v name="$1" '$1 == name { print $2 }' "$work/record"
}
commit=${BUILDKITE_COMMIT:-HEAD}
is_known "$commit" || die "commit $commit is not in this repository" 2
commit=$(git rev-parse "$commit")
deployed=$(held deployed-commit)
if [ -n "$deployed" ] && ! is_known "$deployed"; then git fetch --quiet origin "$deployed" 2>/dev/null || true; fi

# Text that means nothing to Markdown, in one line of a usual length.
library='
  function plain(text, most) {
    most = 200
    if (length(text) > most) {
      # No half of a character.
      while (substr(text, most + 1, 1) >= "\200" && substr(text, most + 1, 1) < "\300") most--
      text = substr(text, 1, most) "…"
    }
    gsub(/[[:punct:]]/, "\\\\&", text)
    return text
  }
  function link(text, url, last) {
    if (url == "" || last !~ /^[A-Za-z0-9._-]+$/) return plain(text)
    return "[" plain(text) "](<" url last ">)"
  }
  function item(text) {
    if (++items <= 50) print "- " text
  }
  function rest() {
    if (items > 50) print "- … and " items - 50 " more"
  }'

# What stands in the log of these is what is told.
range=$commit
there=$(held deployed-commit | LC_ALL=C awk "$library"'{ print "commit " plain($0) }')$(held deployed-at | LC_ALL=C awk "$library"'{ print " of " plain($0) }')
if [ -z "$deployed" ]; then
  about='Nothing was deployed there before. The newest commits:'
elif ! is_known "$deployed"; then
  about="It has $there, which is not in this repository. The newest commits:"
else
  range=$deployed..$commit
  if git merge-base --is-ancestor "$deployed" "$commit"; then
    about="Since $there:"
  elif git merge-base --is-ancestor "$commit" "$deployed"; then
    about="**It has $there, which is newer: deploy refuses this one.**"
  else
    about="**It has $there, from another branch: what that alone has would be gone.** Beside it:"
  fi
fi

# The texts come from outside: no byte of theirs that steers a terminal is left. A line that git writes begins with a letter;
# one of theirs, with a blank.
log() {
  git -c log.showSignature=false log --topo-order --no-color --no-decorate --encoding=UTF-8 --max-count=1000 "$@" "$range" ${SERVICE_FOLDER:+-- .} |
    LC_ALL=C tr -d '\001-\011\013-\037\177'
}
# An address that stands in Markdown as it is, or nothing.
address() {
  case "$1" in
    http://* | https://*) printf '%s' "$1" | tr -d '<>\\\n\r\t ' ;;
  esac
}

story_url=$(address "${STORY_URL:-}")
pull_request_url=$(address "${PULL_REQUEST_URL:-}")
if [ -z "$pull_request_url" ]; then
  pull_request_url=$(printf '%s\n' "${BUILDKITE_REPO:-}" |
    sed -nE 's#^(git@github\.com:|ssh://git@github\.com/|https://github\.com/)([A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)$#\2#; t found
      d
      :found
      s#\.git$##; s#.*#https://github.com/&/pull/#p')
fi
export story_url pull_request_url STORY_PATTERN="${STORY_PATTERN:-}"

# The subjects of merges and of squashed pull requests, as GitHub, GitLab, Bitbucket and Azure write them.
log --first-parent --format='S%s%n%w(0,1,1)%b' >"$work/merges"
LC_ALL=C awk "$library"'
  function flush() {
    if (number != "") item(link(mark number, mark == "#" ? ENVIRON["pull_request_url"] : "", number) " " plain(title == "" ? subject : title))
    number = title = wants = ""
    mark = "#"
  }
  /^S/ {
    flush()
    subject = substr($0, 2)
    if (match(subject, /^Merge pull request #[0-9]+ /)) {
      number = substr(subject, 21, RLENGTH - 21)
      wants = "title"
    } else if (match(subject, /^Merged PR [0-9]+: /)) {
      number = substr(subject, 11, RLENGTH - 12)
      title = substr(subject, RLENGTH + 1)
    } else if (match(subject, / ?\((pull request )?#[0-9]+\)$/)) {
      number = substr(subject, RSTART, RLENGTH)
      gsub(/[^0-9]/, "", number)
      if (subject ~ /^Merged in /) wants = "title"
      else title = substr(subject, 1, RSTART - 1)
    } else if (subject ~ /^Merge branch /) {
      wants = "number"
    }
    next
  }
  wants == "number" && match($0, /^ See merge request [^ ]*![0-9]+$/) {
    number = $0
    sub(/.*!/, "", number)
    mark = "!"
  }
  wants != "" && title == "" && /[^ ]/ { title = substr($0, 2) }
  END { flush(); rest() }' <"$work/merges" >"$work/pull-requests"

if [ -n "$STORY_PATTERN" ]; then
  log --format='%B' >"$work/messages"
  LC_ALL=C awk "$library"'
    {
      text = $0
      while (match(text, ENVIRON["STORY_PATTERN"]) && RLENGTH > 0) {
        story = substr(text, RSTART, RLENGTH)
        if (!(story in seen)) item(link(story, ENVIRON["story_url"], story))
        seen[story] = 1
        text = substr(text, RSTART + RLENGTH)
      }
    }
    END { rest() }' <"$work/messages" >"$work/stories" ||
    die "STORY_PATTERN is no extended regular expression: $STORY_PATTERN" 2
fi

log --no-merges --format='S%s%nH%h%nA%an' >"$work/log"
LC_ALL=C awk "$library"'
  /^S/ { subject = substr($0, 2) }
  /^H/ { hash = substr($0, 2) }
  /^A/ { item(hash " " plain(subject) " (" plain(substr($0, 2)) ")") }
  END { rest() }' <"$work/log" >"$work/commits"

part() {
  if [ -s "$work/$2" ]; then
    printf '\n**%s**\n\n' "$1"
    cat "$work/$2"
  fi
}
{
  printf '#### What %.12s brings to %s\n\n%s\n' "$commit" "$stack" "$about"
  part Stories stories
  part 'Pull requests' pull-requests
  part Commits commits
  [ -s "$work/commits" ] || printf '\nNo commit that changes the service.\n'
} >"$work/notes"
cat "$work/notes"
if [ -n "${BUILDKITE_JOB_ID:-}" ]; then
  buildkite-agent annotate --style info --context "release-notes-$stack" <"$work/notes" ||
    die 'the notes cannot be shown on the build: see above' 3
fi
