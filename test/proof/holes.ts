import { block, command, externalStep, group, input, type Steps, trigger, wait } from '@kitewright/core'

/** A pipeline in which something passes its gate, and the same mended: as its author wrote it, or as YAML. */
export interface Hole {
  readonly name: string
  readonly hole: Steps | string
  readonly mended: Steps | string
  /** The steps that hold `deploy`, each of which must have been continued, or one of which. `gate` unless told. */
  readonly behind?: readonly string[] | { readonly anyOf: readonly string[] }
}

const unit = command({ key: 'unit', command: 'a' })
const gate = block({ key: 'gate', block: 'Ship?' })
const deploy = command({ key: 'deploy', command: 'a' })
const image = command({ key: 'image', command: 'a', depends_on: 'gate' })
const deployImage = command({ ...deploy, depends_on: 'image' })
const onMain = { if: 'build.branch == "main"' }
const careful = command({ ...deploy, allow_dependency_failure: true })
const afterBoth = command({ ...deploy, depends_on: ['image', 'gate'] })

/** By where the hole is. */
export const holes: Readonly<Record<string, readonly Hole[]>> = {
  'in what the deploy waits for': [
    {
      name: 'a dependency past the block',
      hole: [unit, gate, command({ ...deploy, depends_on: 'unit' })],
      mended: [unit, gate, command({ ...deploy, depends_on: ['unit', 'gate'] })],
    },
    {
      name: 'depends_on: []',
      hole: [unit, gate, command({ ...deploy, depends_on: [] })],
      mended: [unit, gate, deploy],
    },
    {
      name: 'dependencies in raw',
      hole: [unit, gate, command({ ...deploy, raw: { depends_on: 'unit' } })],
      mended: [unit, gate, command({ ...deploy, raw: { depends_on: ['unit', 'gate'] } })],
    },
    { name: 'a place before the block', hole: [unit, deploy, gate], mended: [unit, gate, deploy] },
    {
      name: 'another block',
      hole: [
        gate,
        block({ key: 'other', block: 'Other', depends_on: [] }),
        command({ ...deploy, depends_on: 'other' }),
      ],
      mended: [
        gate,
        block({ key: 'other', block: 'Other', depends_on: [] }),
        command({ ...deploy, depends_on: ['other', 'gate'] }),
      ],
    },
    {
      name: 'an input',
      hole: [gate, input({ key: 'ask', input: 'Which?' }), command({ ...deploy, depends_on: 'ask' })],
      mended: [gate, input({ key: 'ask', input: 'Which?' }), command({ ...deploy, depends_on: ['ask', 'gate'] })],
    },
    {
      name: 'a step of another upload',
      hole: [unit, gate, command({ ...deploy, depends_on: externalStep('approval') })],
      mended: [unit, gate, command({ ...deploy, depends_on: [externalStep('approval'), 'gate'] })],
    },
    {
      name: 'a step that uploads more',
      hole: [
        unit,
        gate,
        command({ key: 'upload', command: 'buildkite-agent pipeline upload more.yml', depends_on: 'unit' }),
        command({ ...deploy, depends_on: 'upload' }),
      ],
      mended: [
        unit,
        gate,
        command({ key: 'upload', command: 'buildkite-agent pipeline upload more.yml' }),
        command({ ...deploy, depends_on: 'upload' }),
      ],
    },
    {
      name: 'dependencies by a YAML merge key',
      hole: `
common: &common { depends_on: unit }
steps:
  - { key: unit, command: a }
  - { block: Ship, key: gate }
  - { <<: *common, key: deploy, command: a }
`,
      mended: `
common: &common { depends_on: [unit, gate] }
steps:
  - { key: unit, command: a }
  - { block: Ship, key: gate }
  - { <<: *common, key: deploy, command: a }
`,
    },
    {
      name: 'a trigger that deploys',
      hole: [unit, gate, trigger({ key: 'deploy', trigger: 'deploys', depends_on: 'unit' })],
      mended: [unit, gate, trigger({ key: 'deploy', trigger: 'deploys' })],
    },
    {
      name: 'a trigger between them that does not wait',
      hole: [
        unit,
        gate,
        trigger({ key: 'tests', trigger: 'tests', async: true, depends_on: 'unit' }),
        command({ ...deploy, depends_on: 'tests' }),
      ],
      mended: [
        unit,
        gate,
        trigger({ key: 'tests', trigger: 'tests', async: true }),
        command({ ...deploy, depends_on: 'tests' }),
      ],
    },
    {
      name: 'one of two gates, where both are needed',
      hole: [gate, block({ key: 'legal', block: 'Legal', depends_on: [] }), command({ ...deploy, depends_on: 'gate' })],
      mended: [
        gate,
        block({ key: 'legal', block: 'Legal', depends_on: [] }),
        command({ ...deploy, depends_on: ['gate', 'legal'] }),
      ],
      behind: ['gate', 'legal'],
    },
  ],
  'in whether a build has the block': [
    { name: 'if', hole: [unit, block({ ...gate, ...onMain }), deploy], mended: [unit, gate, deploy] },
    {
      name: 'branches',
      hole: [unit, block({ ...gate, branches: 'main' }), deploy],
      mended: [unit, block({ ...gate, branches: 'main' }), command({ ...deploy, branches: 'main' })],
    },
    {
      name: 'branches, of which the deploy has more',
      hole: [unit, block({ ...gate, branches: 'release/*' }), command({ ...deploy, branches: 'release/* hotfix/*' })],
      mended: [
        unit,
        block({ ...gate, branches: 'release/* hotfix/*' }),
        command({ ...deploy, branches: 'release/* hotfix/*' }),
      ],
    },
    {
      name: 'branches of which the block has some',
      hole: [
        unit,
        block({ ...gate, branches: 'release/1/*' }),
        command({ ...deploy, if: 'build.branch =~ /^release\\//' }),
      ],
      mended: [
        unit,
        block({ ...gate, if: 'build.branch =~ /^release\\//' }),
        command({ ...deploy, branches: 'release/1/*' }),
      ],
    },
    {
      name: 'branches in a list, which may have to match all',
      hole: [
        unit,
        block({ ...gate, branches: ['main', 'release/*'] as never }),
        command({ ...deploy, branches: 'main release/*' }),
      ],
      mended: [
        unit,
        block({ ...gate, branches: 'main release/*' }),
        command({ ...deploy, branches: 'main release/*' }),
      ],
    },
    {
      name: 'if_changed',
      hole: [unit, block({ ...gate, raw: { if_changed: 'services/**' } }), deploy],
      mended: [
        unit,
        block({ ...gate, raw: { if_changed: 'services/**' } }),
        command({ ...deploy, if_changed: 'services/**' }),
      ],
    },
    { name: 'skip', hole: [unit, block({ ...gate, raw: { skip: 'for now' } }), deploy], mended: [unit, gate, deploy] },
    {
      name: 'a blank if, which may hold nowhere',
      hole: [unit, block({ ...gate, if: '' }), deploy],
      mended: [unit, gate, deploy],
    },
    {
      name: 'if in raw',
      hole: [unit, block({ ...gate, raw: onMain }), deploy],
      mended: [unit, block({ ...gate, raw: onMain }), command({ ...deploy, raw: onMain })],
    },
    {
      name: 'a regular expression that is narrower',
      hole: [
        unit,
        block({ ...gate, if: 'build.branch =~ /^release\\//' }),
        command({ ...deploy, if: 'build.branch =~ /^rel/' }),
      ],
      mended: [
        unit,
        block({ ...gate, if: 'build.branch =~ /^release\\//' }),
        command({ ...deploy, if: 'build.branch =~ /^release\\//' }),
      ],
    },
    {
      name: 'a variable of the environment',
      hole: [unit, block({ ...gate, if: 'build.env("FAST") != "1"' }), deploy],
      mended: [
        unit,
        block({ ...gate, if: 'build.env("FAST") != "1"' }),
        command({ ...deploy, if: "build.env('FAST') != '1'" }),
      ],
    },
    {
      name: 'a label of the pull request',
      hole: [unit, block({ ...gate, if: '!(build.pull_request.labels includes "fast")' }), deploy],
      mended: [
        unit,
        block({ ...gate, if: '!(build.pull_request.labels includes "fast")' }),
        command({ ...deploy, if: 'build.pull_request.id == null' }),
      ],
    },
    {
      name: 'two blocks by turns, of which a build may have none',
      hole: [
        unit,
        block({ ...gate, ...onMain }),
        block({ key: 'other', block: 'Other', if: 'build.tag != null' }),
        deploy,
      ],
      mended: [
        unit,
        block({ ...gate, ...onMain }),
        block({ key: 'other', block: 'Other', if: 'build.branch != "main"' }),
        deploy,
      ],
      behind: { anyOf: ['gate', 'other'] },
    },
  ],
  'in a step between them': [
    {
      name: 'if',
      hole: [gate, command({ ...image, ...onMain }), deployImage],
      mended: [gate, command({ ...image, ...onMain }), afterBoth],
    },
    {
      name: 'branches',
      hole: [gate, command({ ...image, branches: 'main' }), deployImage],
      mended: [gate, command({ ...image, branches: 'main' }), command({ ...deployImage, branches: 'main' })],
    },
    {
      name: 'skip',
      hole: [gate, command({ ...image, skip: 'later' }), deployImage],
      mended: [gate, image, deployImage],
    },
    {
      name: 'if_changed',
      hole: [gate, command({ ...image, if_changed: ['src/**', 'Dockerfile'] }), deployImage],
      mended: [gate, command({ ...image, if_changed: ['src/**', 'Dockerfile'] }), afterBoth],
    },
    {
      name: 'a matrix of which every combination is skipped',
      hole: [
        gate,
        command({ ...image, matrix: { setup: ['arm'], adjustments: [{ with: 'arm', skip: true }] } }),
        deployImage,
      ],
      mended: [
        gate,
        command({ ...image, matrix: { setup: ['arm', 'x86'], adjustments: [{ with: 'arm', skip: true }] } }),
        deployImage,
      ],
    },
    {
      name: 'parallelism: 0',
      hole: [gate, command({ ...image, parallelism: 0 }), deployImage],
      mended: [gate, command({ ...image, parallelism: 2 }), deployImage],
    },
    {
      name: 'a wait with dependencies of its own',
      hole: [unit, gate, command({ key: 'lint', command: 'a' }), wait({ depends_on: 'unit' }), deploy],
      mended: [unit, gate, command({ key: 'lint', command: 'a' }), wait(), deploy],
    },
    {
      name: 'a wait that is dropped beside a block',
      hole: [unit, gate, unit2(), wait({ key: 'tested' }), block({ block: 'Later' }), afterTested()],
      mended: [unit, gate, unit2(), wait({ key: 'tested' }), afterTested()],
    },
  ],
  'in a group': [
    {
      name: 'a block in it, which holds up only the steps there',
      hole: [unit, group({ group: 'Release', steps: [gate] }), deploy],
      mended: [
        unit,
        group({ group: 'Release', key: 'release', steps: [gate] }),
        command({ ...deploy, depends_on: 'release' }),
      ],
    },
    {
      name: 'a block in one that a build may lack',
      hole: [unit, group({ group: 'Release', ...onMain, steps: [gate] }), command({ ...deploy, depends_on: 'gate' })],
      mended: [unit, group({ group: 'Release', steps: [gate] }), command({ ...deploy, depends_on: 'gate' })],
    },
    {
      name: 'dependencies that all its steps have',
      hole: [unit, gate, group({ group: 'Ship', depends_on: 'unit', steps: [deploy] })],
      mended: [unit, gate, group({ group: 'Ship', depends_on: ['unit', 'gate'], steps: [deploy] })],
    },
    {
      name: 'dependencies that may not count for a step with its own',
      hole: [
        unit,
        gate,
        group({ group: 'Ship', depends_on: 'gate', steps: [command({ ...deploy, depends_on: 'unit' })] }),
      ],
      mended: [
        unit,
        gate,
        group({ group: 'Ship', depends_on: 'gate', steps: [command({ ...deploy, depends_on: ['unit', 'gate'] })] }),
      ],
    },
    {
      name: 'one that stands between, of which a build may have nothing',
      hole: [
        gate,
        group({ group: 'Images', key: 'image', depends_on: 'gate', steps: [command({ command: 'a', ...onMain })] }),
        deployImage,
      ],
      mended: [
        gate,
        group({
          group: 'Images',
          key: 'image',
          depends_on: 'gate',
          steps: [command({ command: 'a', ...onMain }), command({ command: 'b' })],
        }),
        deployImage,
      ],
    },
    {
      name: 'a step beside the block',
      hole: [
        unit,
        group({ group: 'Release', key: 'release', steps: [gate, command({ ...image, depends_on: 'unit' })] }),
        deployImage,
      ],
      mended: [
        unit,
        group({ group: 'Release', key: 'release', steps: [gate, command({ ...image, depends_on: 'unit' })] }),
        command({ ...deploy, depends_on: 'release' }),
      ],
    },
  ],
  'in a failure that is tolerated': [
    { name: 'allow_dependency_failure', hole: [unit, gate, careful], mended: [unit, gate, deploy] },
    {
      name: 'allow_failure',
      hole: [unit, gate, command({ ...deploy, depends_on: [{ step: 'gate', allow_failure: true }] })],
      mended: [gate, command({ ...deploy, depends_on: [{ step: 'gate', allow_failure: true }] })],
    },
    {
      name: 'by a step between them',
      hole: [unit, gate, command({ ...image, depends_on: [{ step: 'gate', allow_failure: true }] }), deployImage],
      mended: [unit, gate, image, deployImage],
    },
    {
      name: 'by a wait that goes on',
      hole: [unit, gate, command({ key: 'lint', command: 'a' }), wait({ continue_on_failure: true }), deploy],
      mended: [unit, gate, command({ key: 'lint', command: 'a' }), wait(), deploy],
    },
    {
      name: 'with an exit status that is not forgiven',
      hole: [command({ ...unit, soft_fail: [{ exit_status: 1 }] }), gate, careful],
      mended: [command({ ...unit, soft_fail: [{ exit_status: '*' }] }), gate, careful],
    },
    {
      name: 'in a combination of a matrix that is not forgiven',
      hole: [
        command({
          ...unit,
          soft_fail: true,
          matrix: { setup: ['18', '20'], adjustments: [{ with: '20', soft_fail: false }] },
        }),
        gate,
        careful,
      ],
      mended: [command({ ...unit, soft_fail: true, matrix: ['18', '20'] }), gate, careful],
    },
    {
      name: 'of a trigger',
      hole: [trigger({ key: 'unit', trigger: 'tests' }), gate, careful],
      mended: [trigger({ key: 'unit', trigger: 'tests', async: true }), gate, careful],
    },
    {
      name: 'until somebody runs it again',
      hole: [unit, gate, passing(), command({ ...deploy, depends_on: ['image', 'unit'] })],
      mended: [
        command({ ...unit, retry: { manual: { allowed: false } } }),
        gate,
        passing(),
        command({ ...deploy, depends_on: ['image', 'unit'] }),
      ],
    },
  ],
}

function unit2() {
  return command({ key: 'integration', command: 'a' })
}

function afterTested() {
  return command({ ...deploy, depends_on: 'tested' })
}

/** Starts also where the gate is never offered. */
function passing() {
  return command({ ...image, depends_on: [{ step: 'gate', allow_failure: true }] })
}
