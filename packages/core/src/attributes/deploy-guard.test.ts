import { expect, test } from 'vitest'
import { readShell } from '../shell/shell-text.ts'
import { deployGuard } from './deploy-guard.ts'

const guardsIn = (text: string): readonly (string | undefined)[] =>
  readShell(text).commands.flatMap(({ words }) => deployGuard(words) ?? [])

test.each([
  ['git merge-base --is-ancestor "$deployed" HEAD || exit 4', ['commit']],
  ['if git -C app merge-base --is-ancestor "$BUILDKITE_COMMIT" "$deployed"; then exit 4; fi', ['commit']],
  ['git merge-base --is-ancestor origin/production "$BUILDKITE_COMMIT"', ['commit']],
  ['[ "$(git merge-base "$deployed" HEAD)" = "$deployed" ] || exit 4', ['commit']],
  ['[[ $(git rev-list --count "HEAD..$deployed") -gt 0 ]] && exit 4', ['commit']],
  ['test -z "$(git log --oneline "$(cat deployed)..HEAD")" && exit 4', ['commit']],
  ['[ "$BUILDKITE_BUILD_NUMBER" -lt "$deployed" ] && exit 4', ['number']],
  ['if (( BUILDKITE_BUILD_NUMBER < deployed )); then exit 4; fi', ['number']],
  ['[[ "$(cat deployed)" -gt "${BUILDKITE_BUILD_NUMBER}" ]] && exit 4', ['number']],
])('%s asks what is deployed', (text, expected) => {
  expect(guardsIn(text)).toEqual(expected)
})

test.each([
  ['that the commit is on the branch', 'git merge-base --is-ancestor "$BUILDKITE_COMMIT" origin/main'],
  ['the same by a variable', 'git merge-base --is-ancestor HEAD "origin/$BUILDKITE_PIPELINE_DEFAULT_BRANCH"'],
  ['what has changed', 'git diff --name-only "$(git merge-base origin/main HEAD)"'],
  ['what is new, to tell of it', 'git log --oneline "$deployed..HEAD"'],
  ['how many commits there are', '[ "$(git rev-list --count HEAD)" -gt 100 ]'],
  ['dates', '[ "$(git show -s --format=%ct "$deployed")" -gt "$(git show -s --format=%ct HEAD)" ]'],
  ['for a build by its number', '[ "$BUILDKITE_BUILD_NUMBER" -gt 100 ]'],
  ['numbers as texts', '[[ "$BUILDKITE_BUILD_NUMBER" < "$deployed" ]]'],
  ['whether it is the same build', '[ "$BUILDKITE_BUILD_NUMBER" = "$deployed" ]'],
])('what asks %s is no guard', (_, text) => {
  expect(guardsIn(text)).toEqual([])
})
