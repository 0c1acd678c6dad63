import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { draft, isSettled, type WireMap, type WirePipeline } from '@kitewright/core'
import { check } from '@kitewright/core/check'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { assert, asyncProperty } from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { type Agent, agents, describeAgents, dryRun } from './agent.ts'
import { freePipeline } from './free-pipeline.ts'

/** How many pipelines are looked at. */
const count = runs(4_000)

/** What the agent makes of a settled pipeline: a list of commands is one text, variables are texts. */
function asUploaded(map: WireMap): WireMap {
  const { command: commands, env, steps } = map
  return {
    ...map,
    ...(Array.isArray(commands) && { command: commands.join('\n') }),
    ...(env && { env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])) }),
    ...(steps && { steps: (steps as readonly WireMap[]).map(asUploaded) }),
  }
}

/**
 * The pipelines that come out of the agent otherwise than they were written, half of them as YAML, half as JSON. It is
 * given all in one file; were one refused, those behind it would be missing as well.
 */
function damaged(agent: Agent, settled: readonly WirePipeline[]): readonly WirePipeline[] {
  const texts = settled.map((wire, index) => (index % 2 === 0 ? emitYaml(wire) : emitJson(wire)))
  const { uploads } = dryRun(agent, [texts.join('---\n')])
  return settled.filter((wire, index) => !isDeepStrictEqual(uploads[index], asUploaded(wire)))
}

interface Glances {
  /** The share of pipelines that were settled. */
  readonly share: number
  readonly lost: readonly WirePipeline[]
}

/** Looks at many pipelines. What is settled has nothing wrong with it, and goes on to the agent, some at a time. */
async function glanceAtMany(agent?: Agent): Promise<Glances> {
  const lost: WirePipeline[] = []
  const settled: WirePipeline[] = []
  let total = 0
  const handOver = (): void => {
    const some = settled.splice(0)
    if (agent && some.length > 0) lost.push(...damaged(agent, some))
  }
  await assert(
    asyncProperty(freePipeline, async (value) => {
      const drafted = draft({ value, trace: {} })
      if (!isSettled(drafted)) return
      expect(check(drafted)).toEqual([])
      total++
      if (settled.push(drafted.wire) < 1000) return
      handOver()
      // A test runner that hears nothing for long gives up.
      await setImmediate()
    }),
    { numRuns: count },
  )
  handOver()
  return { share: total / count, lost }
}

const timeout = 60_000 + 20 * count

test.runIf(agents.length === 0)(
  'what a glance settles has nothing wrong with it',
  async () => {
    expect((await glanceAtMany()).share).toBeGreaterThan(0.4)
  },
  timeout,
)

describeAgents('what a glance settles', (agent) => {
  test(
    'has nothing wrong with it, and comes out as it was written',
    async () => {
      const { share, lost } = await glanceAtMany(agent)
      expect(lost.slice(0, 1)).toEqual([])
      expect(share).toBeGreaterThan(0.4)
    },
    timeout,
  )
})
