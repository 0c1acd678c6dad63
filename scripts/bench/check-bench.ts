import { block, command, compile, group, type Steps, wait } from '@kitewright/core'

const sizes = [12_500, 25_000, 50_000, 100_000]

/** How long checking takes, by steps: twice the steps should take twice the time. */
export function* checkBench(): Iterable<string> {
  yield 'check: steps, edges, ms of processor time, µs per step and edge'
  for (const size of sizes) {
    const value = largePipeline(size)
    const times: number[] = []
    for (let run = 0; run < 3; run++) times.push(measure(() => compile({ value, trace: {} })))
    const { graph } = compile({ value, trace: {} })
    const edges = graph.nodes.reduce((sum, node) => sum + (node.edges?.length ?? 0), 0)
    const best = Math.min(...times)
    const each = (best * 1000) / (graph.nodes.length + edges)
    yield [graph.nodes.length, edges, best.toFixed(0), each.toFixed(2)].map((cell) => String(cell).padStart(8)).join('')
  }
}

/** Processor time, which a busy machine does not lengthen. */
function measure(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** A pipeline of many services: chains, fans, groups, waits and blocks, with conditions and plugins. */
function largePipeline(size: number): Steps {
  const steps: Steps[number][] = []
  for (let service = 0; service * 10 < size; service++) {
    const unit = command({ key: `unit-${service}`, command: 'npm test', plugins: ['docker#v5.13.0'] })
    const tests = Array.from({ length: 4 }, (_, shard) =>
      command({ key: `test-${service}-${shard}`, command: 'npm test', if: 'build.branch == "main"', depends_on: unit }),
    )
    const image = command({ key: `image-${service}`, command: 'docker build .', depends_on: [unit, ...tests] })
    const ship = command({ key: `ship-${service}`, command: 'ship', env: { SERVICE: String(service) } })
    steps.push([unit, ...tests, image, wait(), group({ group: `Service ${service}`, steps: [ship] })])
    steps.push(service % 10 === 0 ? block({ block: `Release ${service}` }) : wait({ if: 'build.tag == null' }))
  }
  return steps
}
