import { parsePipeline, withoutIfChanged } from '@kitewright/core/parse'
import { expect, test } from 'vitest'
import { describeAgents } from '../agent/agent.ts'
import { dryRuns } from '../agent/dry-runs.ts'
import { describeCorpus } from './corpus.ts'

// Where the mistake is, not where the agent notices it.
const refusals: Readonly<Record<string, string>> = {
  'SciML__SciMLBenchmarks.jl__buildkite-rebuild_models.yml': '22:1',
  'carologistics__fawkes-robotino__buildkite-steps.yml': '10:12',
  'rekrei__rekrei__buildkite-pipeline.yml': '8:1',
  'spatialos__UnrealGDK__buildkite-release.steps.yml': '99:7',
}

describeCorpus('real pipelines', (corpus) => {
  const files = corpus.map(({ name, text }) => ({ name, text, parsed: parsePipeline(text) }))

  test('are refused at the line at fault', () => {
    const refused = files.flatMap(({ name, parsed }) => {
      const error = parsed.problems.find(({ severity }) => severity === 'error')
      return error === undefined ? [] : [[name, `${error.span.line}:${error.span.column}`] as const]
    })
    expect(Object.fromEntries(refused)).toEqual(refusals)
  })

  describeAgents('are read as the agent reads them', (agent) => {
    const texts = files.map(({ text }) => text)
    const runs = dryRuns(agent, texts, { flags: ['--no-interpolation', '--apply-if-changed=false'] })

    test.each(files.map((file, index) => ({ ...file, theirs: runs[index]! })))('$name', ({ parsed, theirs }) => {
      const { pipelines, problems } = parsed
      expect({
        failed: problems.some(({ severity }) => severity === 'error'),
        uploads: pipelines.map(({ canonical, steps }) => withoutIfChanged(canonical, steps)),
        warned: problems.some(({ severity, silent }) => severity === 'warning' && silent !== true),
      }).toEqual({
        failed: theirs.failed,
        uploads: theirs.uploads,
        warned: theirs.log.includes('There were some issues with the pipeline input'),
      })
    })

    test('some of them refused', () => {
      expect(runs.filter(({ failed }) => failed)).toHaveLength(Object.keys(refusals).length)
    })
  })
})
