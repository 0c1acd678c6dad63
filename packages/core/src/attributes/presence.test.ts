import { describe, expect, test } from 'vitest'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { interpolated } from '../dsl/interpolated.ts'
import type { CommandOptions, GroupOptions, Step } from '../model/step.ts'
import { resolve } from '../resolve/resolve.ts'
import { absenceBeside } from './absence-beside.ts'
import { changedGlobs, presenceConditions } from './presence.ts'

const onMain = 'build.branch == "main"'
const graphOf = (...steps: readonly Step[]) => resolve({ value: steps, trace: {} }).graph
const step = (options: Partial<CommandOptions>): Step => command({ command: 'a', ...options })
const grouped = (options: Partial<GroupOptions>, ...steps: readonly Step[]): Step =>
  group({ group: 'G', ...options, steps })

describe('a step is in every build', () => {
  test.each<[string, Partial<CommandOptions>, readonly string[]]>([
    ['without conditions', {}, []],
    ['that does not say otherwise', { skip: false, if_changed: null as never }, []],
    ['unless it says so', { if: onMain, branches: 'main', if_changed: 'a/**', skip: 'later' }, allConditions()],
    ['unless it says so in raw', { raw: { if: onMain } }, ['if']],
    ['unless the agent may say so', { if: interpolated('$IF') }, ['if']],
  ])('%s', (_, options, expected) => {
    const graph = graphOf(step(options))
    expect(presenceConditions(graph.nodes[0]!, graph).map(({ attribute }) => attribute)).toEqual(expected)
  })

  test('unless its group says otherwise', () => {
    const graph = graphOf(grouped({ if: onMain }, step({ if_changed: 'a/**' })))
    const conditions = presenceConditions(graph.nodes[1]!, graph)
    expect(conditions.map(({ attribute, owner }) => [attribute, owner.kind])).toEqual([
      ['if_changed', 'command'],
      ['if', 'group'],
    ])
  })
})

function allConditions(): readonly string[] {
  return ['if', 'branches', 'if_changed', 'skip']
}

/** The attribute that may leave the first step out of a build that has the second. */
function between(one: Step, other: Step): string | undefined {
  const { nodes } = graphOf(one, other)
  const commands = nodes.filter(({ kind }) => kind === 'command')
  return absenceBeside(commands[0]!, commands[1]!, { nodes })?.attribute
}

describe('a step is in every build of another one', () => {
  test.each<[string, Step, Step, string | undefined]>([
    ['where both have the same condition', step({ if: onMain }), step({ if: onMain }), undefined],
    ['where the other has one more', step({ if: onMain }), step({ if: onMain, if_changed: 'a' }), undefined],
    [
      'where their groups have the same',
      grouped({ if: onMain }, step({})),
      grouped({ if: onMain }, step({})),
      undefined,
    ],
    ['where one has it of its group', step({ if: onMain }), grouped({ if: onMain }, step({})), undefined],
    [
      'where the condition of the other implies its own',
      step({ if: onMain }),
      step({ if: `${onMain} && build.tag == null` }),
      undefined,
    ],
    [
      'where it asks for one of several',
      step({ if: `${onMain} || build.tag != null` }),
      step({ if: onMain }),
      undefined,
    ],
    ['where a value rules out another', step({ if: 'build.branch != "dev"' }), step({ if: onMain }), undefined],
    ['where a value passes its test', step({ if: 'build.branch =~ /^ma/' }), step({ if: onMain }), undefined],
    [
      'where a text that passes a test is not null',
      step({ if: 'build.tag != null' }),
      step({ if: 'build.tag =~ /^v/' }),
      undefined,
    ],
    ['where patterns of branches say the same', step({ branches: 'm* !master' }), step({ if: onMain }), undefined],
    [
      'where a call is asked for the same',
      step({ if: 'build.env("A") == "1"' }),
      step({ if: 'build.env("A") == "1" && !build.pull_request.draft' }),
      undefined,
    ],
    ['but not with a test that the value fails', step({ if: 'build.branch =~ /^x/' }), step({ if: onMain }), 'if'],
    [
      'but not with a test that another text may fail',
      step({ if: 'build.tag =~ /^v/' }),
      step({ if: 'build.tag != null' }),
      'if',
    ],
    ['but not with another test', step({ if: 'build.tag =~ /^v1/' }), step({ if: 'build.tag =~ /^v/' }), 'if'],
    [
      'but not with a pattern that excludes the value',
      step({ branches: 'm* !main' }),
      step({ if: onMain }),
      'branches',
    ],
    ['but not with a condition of its own', step({ if: onMain, if_changed: 'a' }), step({ if: onMain }), 'if_changed'],
    ['but not with another condition', step({ branches: 'main' }), step({ branches: 'dev' }), 'branches'],
    ['but not with another expression', step({ if: interpolated('$A') }), step({ if: interpolated('$B') }), 'if'],
  ])('%s', (_, one, other, expected) => {
    expect(between(one, other)).toBe(expected)
  })
})

test.each<[unknown, readonly unknown[]]>([
  ['a/**', [{ glob: 'a/**', path: ['if_changed'] }]],
  [
    ['a', 5, 'b'],
    [
      { glob: 'a', path: ['if_changed', 0] },
      { glob: 'b', path: ['if_changed', 2] },
    ],
  ],
  [
    { include: 'a', exclude: ['b'] },
    [
      { glob: 'a', path: ['if_changed', 'include'] },
      { glob: 'b', path: ['if_changed', 'exclude', 0] },
    ],
  ],
  [{ include: 5 }, []],
  [undefined, []],
])('the patterns of %j', (changed, globs) => {
  expect([...changedGlobs(changed)]).toEqual(globs)
})
