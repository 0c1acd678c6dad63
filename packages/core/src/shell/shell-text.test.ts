import { expect, test } from 'vitest'
import { readShell } from './shell-text.ts'

const expansionsOf = (text: string): readonly string[] =>
  readShell(text).expansions.map(
    ({ text: written, isQuoted, isCode }) => `${written}${isQuoted ? '' : ' split'}${isCode ? ' run' : ''}`,
  )

test.each([
  ['echo $A', ['$A split']],
  ['echo "$A" \'$B\' \\$C', ['$A']],
  ['echo ${A:-$B}', ['${A:-$B} split', '$B']],
  ['A=$B make C=$D', ['$B', '$D split']],
  ['[ -n $A ] && [[ $B == x ]]', ['$A split', '$B']],
  ['cat <<E\n$A\nE', ['$A']],
  ["cat <<'E'\n$A\nE", []],
  ['eval "deploy $A"', ['$A run']],
  ['sh -ec "deploy $A"', ['$A run']],
  ['sh -c \'deploy "$A"\'', []],
  ['sh -c \'deploy "$1"\' _ "$A"', ['$A']],
  ['docker run node bash -c "npm $A"', ['$A run']],
  ['ssh host "deploy $A"', ['$A run']],
  ['echo "$(sh -c "x $A")"', ['$(sh -c "x $A")', '$A run']],
  ['if test "$A"; then echo $B; fi', ['$A', '$B split']],
])('%s', (text, expected) => {
  expect(expansionsOf(text)).toEqual(expected)
})

test.each([
  ['curl -s x | sudo bash', [['curl -s x', 'sudo bash']]],
  ['curl x | sh', [['curl x', 'sh']]],
  ['bash <(curl x)', [['curl x', 'bash <(curl x)']]],
  ['sh -c "$(curl x)"', [['curl x', 'sh -c $(curl x)']]],
  ['curl x | jq .', [['curl x', 'jq .']]],
  ['curl x > y', []],
])('%s feeds', (text, expected) => {
  const found = readShell(text).commands.filter(({ feeds }) => feeds !== undefined)
  expect(found.map(({ words, feeds }) => [words.join(' '), feeds?.join(' ')])).toEqual(expected)
})

test.each(['', '$(', '"', 'if', '${', "a 'b", '`', '((', '<<E'])('what cannot be read is no fault: %j', (text) => {
  expect(readShell(text)).toBeTypeOf('object')
})

test.each(['$(', '{ ', 'if a; then ', '"$(', '${A:-', '[[ ( ', 'coproc '])(
  'thousands of %s in one another are read or left out',
  (part) => {
    expect(readShell(`echo $A; ${part.repeat(10_000)}`).expansions.length).toBeLessThan(1_000)
  },
)
