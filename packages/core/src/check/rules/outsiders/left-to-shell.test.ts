import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { interpolate } from '../../../agent/interpolation/interpolate.ts'
import { readShell } from '../../../shell/shell-text.ts'
import { leftToShell } from './left-to-shell.ts'

const isOutsiders = (name: string): boolean => name === 'BRANCH' || name === 'TAG'

test.each([
  ['echo $BRANCH', 'echo "$$BRANCH"'],
  ['echo "on $BRANCH"', 'echo "on $$BRANCH"'],
  ["echo 'on $BRANCH'", `echo 'on '"$$BRANCH"''`],
  ['echo ${TAG:-none}${TAG}', 'echo "$${TAG:-none}""$${TAG}"'],
  ['echo $$BRANCH \\$TAG $BRANCH $OTHER', 'echo $$BRANCH \\$TAG "$$BRANCH" $OTHER'],
  ['x=$BRANCH; make $TARGET', 'x=$$BRANCH; make $TARGET'],
])('%s is left to the shell', (text, expected) => {
  expect(leftToShell(text, isOutsiders, readShell, { isQuoted: true })).toBe(expected)
})

test.each([
  ['what a loop goes through', 'for x in $BRANCH; do make; done'],
  ['a second shell', 'sh -c "make $BRANCH"'],
  ['steps that are uploaded', 'echo "steps: [{ label: $TAG }]" | buildkite-agent pipeline upload'],
  ['a document in quotes', "cat <<'E'\n$BRANCH\nE"],
  ['a comment', 'make # $BRANCH'],
  ['a variable in another', 'echo ${OTHER:-$BRANCH}'],
  ['no such variable', 'echo $OTHER'],
])('%s is left alone', (_, text) => {
  expect(leftToShell(text, isOutsiders, readShell, { isQuoted: true })).toBeUndefined()
})

const pieces = [
  ['$BRANCH', '${TAG}', '${BRANCH:-a}', '${TAG:0:2}', '$OTHER', '$$', '$', '\\', '"', "'", '`', '$(', ')', '${', '}'],
  [' ', '\n', ';', '|', '#', '<<E\n', 'E\n', 'echo ', 'x=', 'eval ', 'é', '1'],
].flat()
const piece = fc.constantFrom(...pieces)

test('whatever the command, nothing of the text is in what is uploaded then', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (parts, isQuoted) => {
      const mended = leftToShell(parts.join(''), isOutsiders, readShell, { isQuoted })
      if (mended === undefined) return
      const evil = { BRANCH: 'evil;branch', TAG: 'evil"tag' }
      expect(interpolate(mended, evil)).toEqual(interpolate(mended, {}))
    }),
  )
})
