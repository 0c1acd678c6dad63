// Shows the main job on the example service: the pipeline of a pull request, and the one of the main branch.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const service = new URL('../examples/payments/', import.meta.url)
const kitewright = new URL('../packages/kitewright/bin/kitewright.mjs', import.meta.url)

for (const [says, ...flags] of [
  ['A pull request runs the tests:', '--branch', 'feature/refunds', '--pull-request', '7'],
  ['The main branch ships: tests, image, test system, and production after a click:', '--branch', 'main'],
]) {
  console.log(`\n${says}\n$ kitewright render ${flags.join(' ')}\n`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(kitewright), 'render', ...flags], {
    cwd: service,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
console.log('\nBoth come from examples/payments/.buildkite/pipeline.ts. Break a dependency in it and run this again.')
