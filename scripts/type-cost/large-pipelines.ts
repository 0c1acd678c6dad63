interface Attributes {
  readonly [attribute: string]: unknown
}

/** The steps of a large pipeline, kind by kind as a service's pipeline has them. */
function steps(count: number): readonly (readonly [kind: string, attributes: Attributes])[] {
  return Array.from({ length: count }, (_, index) => {
    if (index % 20 === 18)
      return ['block', { block: `Release ${index}`, fields: [{ text: 'Reason', key: `reason-${index}` }] }]
    if (index % 20 === 19)
      return ['trigger', { trigger: 'deploy', label: `Deploy ${index}`, build: { env: { STAGE: 'test' } } }]
    return ['command', commandStep(index)]
  })
}

function commandStep(index: number): Attributes {
  return {
    label: `:test_tube: Unit ${index}`,
    key: `unit-${index}`,
    command: ['npm ci', `npm test -- --shard ${index}`],
    timeout_in_minutes: 10,
    env: { SHARD: `${index}`, CI: 'true' },
    agents: { queue: 'default' },
    retry: { automatic: [{ exit_status: -1, limit: 2 }] },
    ...(index % 5 === 0 && { plugins: [{ 'docker#v5.13.0': { image: 'node:22' } }] }),
    ...(index % 7 === 0 && { soft_fail: [{ exit_status: 42 }] }),
    ...(index % 3 === 1 && { depends_on: [`unit-${index - 1}`] }),
  }
}

/** The pipeline in our functions. */
export function ourPipeline(count: number): string {
  const calls = steps(count).map(([kind, attributes]) => `  ${kind}(${JSON.stringify(attributes)}),`)
  return `import { block, command, definePipeline, trigger } from 'kitewright'
void [block, command, trigger]
export default definePipeline([\n${calls.join('\n')}\n])\n`
}

/** The same pipeline with the official SDK. */
export function sdkPipeline(count: number): string {
  const calls = steps(count).map(([, attributes]) => `pipeline.addStep(${JSON.stringify(attributes)})`)
  return `import { Pipeline } from '@buildkite/buildkite-sdk'
const pipeline = new Pipeline()
${calls.join('\n')}
export default pipeline.toYAML()\n`
}
