import { readFileSync } from 'node:fs'

/** Numbers of steps that are measured. */
export const sizes = [5, 50, 500] as const

/** One whole process to be measured, after `node`. */
export interface Case {
  readonly name: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>> | undefined
}

const bin = 'node_modules/kitewright/lib/bin.js'

/** What is measured, on a Node that strips types or one that needs tsx for TypeScript. */
export function casesOf(stripsTypes: boolean): readonly Case[] {
  const sized = sizes.flatMap((size): readonly Case[] => [
    { name: `JSON ${size}`, args: [bin, 'render', '--format', 'json', `kitewright-${size}.mjs`] },
    { name: `YAML ${size}`, args: [bin, 'render', `kitewright-${size}.mjs`] },
    { name: `SDK JSON ${size}`, args: [`sdk-json-${size}.mjs`] },
    { name: `SDK YAML ${size}`, args: [`sdk-yaml-${size}.mjs`] },
  ])
  const cold = { NODE_DISABLE_COMPILE_CACHE: '1' }
  return [
    { name: 'node -e 0', args: ['-e', '0'] },
    ...sized,
    { name: 'payments, YAML', args: [bin, 'render', 'payments.mjs'] },
    { name: 'check payments', args: [bin, 'check', 'payments.mjs'] },
    { name: 'check payments with a proof', args: [bin, 'check', 'payments-proof.mjs'] },
    { name: 'upload --dry-run 50', args: [bin, 'upload', '--dry-run', 'kitewright-50.mjs'] },
    { name: '.ts 50', args: [bin, 'upload', '--dry-run', 'kitewright-50.ts'] },
    ...(stripsTypes
      ? [
          { name: '.ts 50, no compile cache', args: [bin, 'upload', '--dry-run', 'kitewright-50.ts'], env: cold },
          { name: 'SDK .ts 50, native', args: ['sdk-json-50.ts'] },
        ]
      : []),
    { name: 'SDK .ts 50, tsx', args: ['--import', 'tsx', 'sdk-json-50.ts'] },
  ]
}

/** The example's pipeline: its deployments queue and wait for a person, which the checks have to look at. */
const payments = new URL('../../examples/payments/.buildkite/pipeline.ts', import.meta.url)

/** The same pipeline for both, as an author would write it, and the example's, which holds no types. */
export function pipelineFiles(): Readonly<Record<string, string>> {
  const made = sizes.flatMap((size) => [
    [`kitewright-${size}.mjs`, ours(size, '')],
    [`kitewright-${size}.ts`, ours(size, ': CommandStep | undefined')],
    ...['json', 'yaml'].flatMap((format) =>
      ['mjs', 'ts'].map((ending) => [`sdk-${format}-${size}.${ending}`, sdk(size, format)]),
    ),
  ])
  return Object.fromEntries([
    ...made,
    ['payments.mjs', readFileSync(payments, 'utf8')],
    ['payments-proof.mjs', withProof],
  ])
}

/** The example's pipeline with a gate that its structure does not show to hold: two blocks that take turns. */
const withProof = `import { block, command } from 'kitewright'
import { service } from 'kitewright/presets'
const weekday = block({ block: 'Send', if: 'build.message != "weekend"' })
const weekend = block({ block: 'Send anyway', if: 'build.message == "weekend"' })
const notes = command({ label: 'Publish notes', command: 'scripts/notes', depends_on: [weekday, weekend] })
export default service({ name: 'payments', after: { 'deploy-prod': [weekday, weekend, notes] } })
`

const attributes = (size: number): string =>
  `label: ':test_tube: Step ' + i, key: 'step-' + i, command: ['npm ci', 'npm test -- --shard=' + i + '/${size}'],
    timeout_in_minutes: 10, agents: { queue: 'default' }, env: { SHARD: String(i), NODE_ENV: 'test' },
    retry: { automatic: [{ exit_status: -1, limit: 2 }] }`

function ours(size: number, type: string): string {
  return `import { ${type === '' ? '' : 'type CommandStep, '}command, definePipeline } from 'kitewright'
let previous${type}
const steps = Array.from({ length: ${size} }, (_, i) => {
  previous = command({ ${attributes(size)}, depends_on: previous })
  return previous
})
export default definePipeline({ env: { CI: 'true' }, steps })
`
}

function sdk(size: number, format: string): string {
  return `import { Pipeline } from '@buildkite/buildkite-sdk'
const pipeline = new Pipeline()
pipeline.addEnvironmentVariable('CI', 'true')
for (let i = 0; i < ${size}; i++) {
  pipeline.addStep({ ${attributes(size)}, ...(i > 0 && { depends_on: 'step-' + (i - 1) }) })
}
process.stdout.write(pipeline.${format === 'json' ? 'toJSON' : 'toYAML'}())
`
}
