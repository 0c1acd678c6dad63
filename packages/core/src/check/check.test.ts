import { describe, expect, test } from 'vitest'
import { compile, type CompileOptions } from '../compile.ts'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { input } from '../dsl/input.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { sequence } from '../dsl/sequence.ts'
import { wait } from '../dsl/wait.ts'
import type { PipelineValue } from '../model/pipeline.ts'

/** Each diagnostic as `CODE path`. */
async function found(value: PipelineValue, options: CompileOptions = {}): Promise<readonly string[]> {
  const { diagnostics } = await compile({ value, trace: {} }, options)
  return diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`)
}

const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'lint' })
const image = command({ label: 'Image', command: 'build', depends_on: unit })
const release = block({ block: 'Release' })

describe('order', () => {
  const waiting = block({ block: 'Release', depends_on: image })

  test.each<[string, PipelineValue, readonly string[]]>([
    [
      'a pipeline of dependencies alone may list a block anywhere',
      [
        unit,
        image,
        waiting,
        command({ command: 'note', depends_on: unit }),
        command({ command: 'ship', depends_on: waiting }),
      ],
      [],
    ],
    [
      'a step that reaches the block through another one does not jump',
      [unit, release, lint, command({ command: 'ship', depends_on: lint })],
      [],
    ],
    [
      'a step that starts at once on purpose does not jump',
      [unit, release, command({ command: 'ship', depends_on: [] }), lint],
      [],
    ],
    [
      'a step jumps also where it depends on nothing behind the block',
      [unit, release, lint, command({ command: 'ship', depends_on: unit })],
      ['KW3101 steps.3.depends_on'],
    ],
    [
      'a block and a wait passed by at once are one mistake',
      [unit, wait({ if: 'build.tag == null' }), release, lint, command({ command: 'ship', depends_on: unit })],
      ['KW3101 steps.4.depends_on'],
    ],
    [
      'a dependency kept by way of the order of the list',
      [
        unit,
        command({ label: 'Image', command: 'build', depends_on: unit, if: 'build.tag != null' }),
        release,
        command({ command: 'ship', depends_on: ['image', 'release'] }),
      ],
      [],
    ],
    [
      'inside a group, its own waits count',
      [unit, wait(), group({ group: 'G', steps: [lint, wait(), command({ command: 'a', depends_on: unit })] })],
      ['KW3102 steps.2.steps.2.depends_on'],
    ],
    [
      'a group waits as its steps do',
      [unit, release, group({ group: 'G', steps: [lint] }), command({ command: 'a', depends_on: lint })],
      [],
    ],
    ['a wait with a condition is more than a pause', [unit, wait({ if: 'build.tag == null' }), release, lint], []],
    ['two waits in a row', [unit, wait(), wait(), lint], ['KW3107 steps.2']],
    [
      'an input that asks and holds nothing up',
      [unit, input({ input: 'Name', fields: [{ text: 'Name', key: 'name' }] })],
      [],
    ],
    [
      'a block that asks for what a later upload reads',
      [unit, block({ block: 'Where', fields: [{ text: 'Where', key: 'where' }] })],
      [],
    ],
    [
      'a dependency kept beside one that may be left out',
      [
        unit,
        command({ label: 'Image', command: 'build', depends_on: unit, if: 'build.tag != null' }),
        command({ command: 'a', depends_on: ['unit', 'image'] }),
      ],
      [],
    ],
    [
      'a dependency under the same condition',
      [
        unit,
        command({ label: 'Image', command: 'build', depends_on: unit, if: 'build.tag != null' }),
        command({ command: 'a', if: 'build.tag != null', depends_on: 'image' }),
      ],
      [],
    ],
    [
      'a step that waits for itself by way of a wait',
      [command({ label: 'First', command: 'a', depends_on: 'last' }), wait(), command({ label: 'Last', command: 'b' })],
      ['KW3103 steps.0.depends_on'],
    ],
    ['a sequence', sequence(unit, [image, lint], release, command({ label: 'Ship', command: 'ship' })), []],
  ])('%s', async (_, value, expected) => {
    expect(await found(value)).toEqual(expected)
  })
})

describe('gates', () => {
  const ship = command({ label: 'Ship', command: 'ship', depends_on: release })
  const optional = command({ label: 'Smoke', command: 'smoke', depends_on: release, if: 'build.tag == null' })
  const build = command({ label: 'Build', command: 'build' })

  test.each<[string, PipelineValue, readonly string[]]>([
    ['hold by a dependency', { gates: { ship: release }, steps: [build, release, ship] }, []],
    ['hold by the order of the list', { gates: { build: release }, steps: [release, lint, wait(), build] }, []],
    [
      'hold by the order of the list, over a wait that may be left out',
      { gates: { build: release }, steps: [release, lint, wait({ if: 'build.tag == null' }), unit, wait(), build] },
      [],
    ],
    [
      'hold by the order of the list, behind a wait that may be left out',
      { gates: { build: release }, steps: [release, lint, wait({ if: 'build.tag == null' }), build] },
      [],
    ],
    [
      'hold where the step has the condition of the gate',
      {
        gates: { build: 'release' },
        steps: [block({ ...release, if: 'build.tag == null' }), command({ ...build, if: 'build.tag == null' })],
      },
      [],
    ],
    [
      'hold through a group',
      { gates: { build: release }, steps: [release, group({ group: 'G', steps: [build] })] },
      [],
    ],
    [
      'hold through another step',
      { gates: { last: release }, steps: [release, ship, command({ label: 'Last', command: 'a', depends_on: ship })] },
      [],
    ],
    [
      'hold for a step that is left out of this build',
      { gates: { 'deploy-to-mars': release }, steps: [release, lint] },
      [],
    ],
    [
      'do not hold through a step that may be left out',
      {
        gates: { last: release },
        steps: [release, optional, command({ label: 'Last', command: 'a', depends_on: optional })],
      },
      ['KW3104 steps.2.depends_on'],
    ],
    [
      'do not hold where failure is tolerated',
      {
        gates: { ship: release },
        steps: [release, command({ ...ship, depends_on: [{ step: release, allow_failure: true }] })],
      },
      ['KW3104 steps.1.depends_on'],
    ],
    [
      'do not hold for a gate that may be left out',
      { gates: { build: 'release' }, steps: [block({ ...release, if: 'build.tag == null' }), build] },
      ['KW3104 steps.1'],
    ],
    [
      'do not hold for a gate in a group that may be left out',
      { gates: { ship: release }, steps: [group({ group: 'G', if: 'build.tag == null', steps: [release] }), ship] },
      ['KW3104 steps.1.depends_on'],
    ],
    [
      'do not hold for a gate that may be left out by what stands in raw',
      { gates: { build: 'release' }, steps: [block({ ...release, raw: { if: 'build.tag == null' } }), build] },
      ['KW3104 steps.1'],
    ],
    [
      'do not hold by the dependencies of a group whose steps may be left out',
      {
        gates: { last: release },
        steps: [
          release,
          group({
            group: 'G',
            key: 'g',
            depends_on: release,
            steps: [command({ command: 'a', if: 'build.tag == null' })],
          }),
          command({ label: 'Last', command: 'a', depends_on: 'g' }),
        ],
      },
      ['KW3104 steps.2.depends_on'],
    ],
    [
      'do not hold for a group of which one step passes the gate by',
      {
        gates: { g: release },
        steps: [
          release,
          group({ group: 'G', key: 'g', depends_on: [], steps: [ship, command({ command: 'a', depends_on: [] })] }),
        ],
      },
      ['KW3104 steps.1.depends_on'],
    ],
    [
      'name a gate that is not there',
      { gates: { ship: ['release', 'relase'] }, steps: [release, ship] },
      ['KW3105 gates.ship'],
    ],
  ])('%s', async (_, value, expected) => {
    expect(await found(value)).toEqual(expected)
  })
})

describe('permissions', () => {
  const unpinned = { command: 'a', plugins: ['ours/checks'] }

  test.each<[string, PipelineValue, readonly string[]]>([
    ['of a step', [command({ ...unpinned, allow: { KW5001: 'ours' } })], []],
    [
      'of another step change nothing',
      [command(unpinned), command({ ...unpinned, allow: { KW5001: 'ours' } })],
      ['KW5001 steps.0.plugins.0'],
    ],
    ['of the group around it', [group({ group: 'G', allow: { KW5001: 'ours' }, steps: [command(unpinned)] })], []],
    ['of the pipeline', { allow: { KW5001: 'ours' }, steps: [command(unpinned), command(unpinned)] }, []],
    ['that are not needed', { allow: { KW5001: 'ours' }, steps: [unit] }, ['KW5101 allow.KW5001']],
    ['of a rule that is off', { allow: { KW5007: 'short' }, steps: [unit] }, []],
    ['without a reason', [command({ ...unpinned, allow: { KW5001: ' ' } })], ['KW5102 steps.0.allow.KW5001']],
    ['of what cannot be sent', { allow: { KW1001: 'why not' }, steps: [unit] }, ['KW5103 allow.KW1001']],
    [
      'of what takes the pipeline to be sound elsewhere',
      { allow: { KW3104: 'the gate is in the parent' }, gates: { unit: release }, steps: [unit, release, lint] },
      [],
    ],
  ])('%s', async (_, value, expected) => {
    expect(await found(value)).toEqual(expected)
  })
})

test('rules that are off answer when they are asked, by code or the beginning of one', async () => {
  const steps = [command({ label: 'Deploy', command: 'deploy' })]
  const asked = [{}, { also: ['KW5004'] }, { also: ['KW5'] }]
  expect(await Promise.all(asked.map((options) => found(steps, options)))).toEqual([
    [],
    ['KW5004 steps.0'],
    ['KW5004 steps.0', 'KW5005 steps.0', 'KW5006 steps.0'],
  ])
})

test('a rule may be raised to an error', async () => {
  const value = [command({ command: 'a', plugins: ['ours/checks'] })]
  const compiled = [{}, { raise: ['KW5'] }].map((options) => compile({ value, trace: {} }, options))
  const severities = (await Promise.all(compiled)).map(({ diagnostics }) => diagnostics.map(({ severity }) => severity))
  expect(severities).toEqual([['warning'], ['error']])
})

test('what is written in raw is not checked', async () => {
  expect(
    await found([command({ command: 'a', raw: { concurrency: 1, if: 'build.branhc', plugins: ['ours/checks'] } })]),
  ).toEqual([])
})

test('what the agent fills in is not judged before', async () => {
  expect(
    await found([
      command({
        command: 'a',
        if: interpolated('$COND'),
        plugins: [interpolated('$PLUGIN')],
        parallelism: interpolated('$N'),
      }),
    ]),
  ).toEqual([])
})
