import { expect, test } from 'vitest'
import { parsePipeline, withoutIfChanged } from '@kitewright/core/parse'
import { describeAgents, dryRun } from '../agent/agent.ts'
import { corpus, corpusNote } from './corpus.ts'

describeAgents(`real pipelines are read as the agent reads them${corpusNote}`, (agent) => {
  const counts = { same: 0, refused: 0 }

  test.each(corpus)('$name', { timeout: 30_000 }, ({ text }) => {
    const { pipelines, problems } = parsePipeline(text)
    const theirs = dryRun(agent, [text], { flags: ['--no-interpolation', '--apply-if-changed=false'] })
    expect({
      failed: problems.some(({ severity }) => severity === 'error'),
      uploads: pipelines.map(({ canonical, steps }) => withoutIfChanged(canonical, steps)),
      warned: problems.some(({ severity, silent }) => severity === 'warning' && silent !== true),
    }).toEqual({
      failed: theirs.failed,
      uploads: theirs.uploads,
      warned: theirs.log.includes('There were some issues with the pipeline input'),
    })
    counts[theirs.failed ? 'refused' : 'same']++
  })

  test.runIf(corpus.length > 0)('counts', () => {
    process.stdout.write(`corpus: ${counts.same} read the same, ${counts.refused} refused by both\n`)
    expect(counts.same + counts.refused).toBe(corpus.length)
  })
})

// Where the mistake is, not where the agent notices it.
const refusals: Readonly<Record<string, string>> = {
  'SciML__SciMLBenchmarks.jl__buildkite-rebuild_models.yml': '22:1',
  'carologistics__fawkes-robotino__buildkite-steps.yml': '10:12',
  'rekrei__rekrei__buildkite-pipeline.yml': '8:1',
  'spatialos__UnrealGDK__buildkite-release.steps.yml': '99:7',
}

test.runIf(corpus.length > 0)(`refused pipelines are refused at the line at fault${corpusNote}`, () => {
  const refused = corpus.flatMap(({ name, text }) => {
    const error = parsePipeline(text).problems.find(({ severity }) => severity === 'error')
    return error === undefined ? [] : [[name, `${error.span.line}:${error.span.column}`] as const]
  })
  expect(Object.fromEntries(refused)).toEqual(refusals)
})
