import { expect, test } from 'vitest'
import { pluginSource } from './plugin-source.ts'

// Every pair was compared with what buildkite-agent 3.137.0 prints.
test.each([
  ['docker#v1', 'github.com/buildkite-plugins/docker-buildkite-plugin#v1'],
  ['docker', 'github.com/buildkite-plugins/docker-buildkite-plugin'],
  ['org/x#v1', 'github.com/org/x-buildkite-plugin#v1'],
  ['github.com/o/x#v1', 'github.com/o/x#v1'],
  ['git@github.com:o/x.git#v1', 'git@github.com:o/x.git#v1'],
  ['https://h/y#z', 'https://h/y#z'],
  ['./x', './x'],
  ['a%20b#v1', 'github.com/buildkite-plugins/a b-buildkite-plugin#v1'],
  ['a%2x#v1', 'a%2x#v1'],
  ['a?b#v1', 'github.com/buildkite-plugins/a-buildkite-plugin#v1'],
  ['a/../b#v1', 'a/../b#v1'],
  ['../b', '../b'],
  ['a#..', 'github.com/buildkite-plugins/a-buildkite-plugin#..'],
  ['a#b/../../c', 'github.com/c'],
  ['a/#v1', 'github.com/a/-buildkite-plugin#v1'],
  ['', ''],
  ['a\u0001b', 'a\u0001b'],
  ['a\u007f#v1', 'a\u007f#v1'],
  ['a?b:c', 'github.com/buildkite-plugins/a-buildkite-plugin'],
  ['%e2%82a#%ff', 'github.com/buildkite-plugins/\ufffd\ufffda-buildkite-plugin#\ufffd'],
  ['%e2%82%Ac#v%E9', 'github.com/buildkite-plugins/€-buildkite-plugin#v\ufffd'],
  ['a%2Fb#v1', 'github.com/a/b-buildkite-plugin#v1'],
  ['%41%5a', 'github.com/buildkite-plugins/AZ-buildkite-plugin'],
  ['x#a%23b', 'github.com/buildkite-plugins/x-buildkite-plugin#a#b'],
  ['a#v%4', 'a#v%4'],
  ['a%', 'a%'],
  ['/a', '/a'],
  ['.a', '.a'],
  ['\\a', '\\a'],
  ['a//b', 'a//b'],
  ['a?b/c/d#e', 'github.com/buildkite-plugins/a-buildkite-plugin#e'],
  ['a/..#v1', 'github.com/a/..-buildkite-plugin#v1'],
  ['a#..%2f..%2f..%2f..', '.'],
])('%s', (source, full) => {
  expect(pluginSource(source)).toBe(full)
})
