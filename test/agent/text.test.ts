import { interpolated, type WirePipeline } from '@kitewright/core'
import { escapeDollar } from '@kitewright/core/interpolation'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { type Agent, describeAgents, dryRun } from './agent.ts'
import { nastyText } from './nasty-text.ts'
import { type TextPlace, textPlaces, uploaded } from './text-places.ts'

/** A text at a place; with a variable before it where the agent is to fill one in. */
interface Slot {
  readonly place: TextPlace
  readonly text: string
  readonly isInterpolated: boolean
}

const perPipeline = 400
const texts = runs(2_000)
const env = { FUZZ: 'from the agent: $FUZZ', HOME: 'home', A: 'a' }

/** Any text at any place that the agent treats as v3 does; one text in ten follows a variable. */
function slotFor({ version }: Agent): fc.Arbitrary<Slot> {
  const places = textPlaces.filter((place) => version.startsWith('v3.') || !place.isOfVersion3)
  return fc
    .record({ place: fc.constantFrom(...places), text: nastyText, tenth: fc.nat({ max: 9 }) })
    .map(({ place, text, tenth }) => ({ place, text, isInterpolated: tenth === 0 && !place.isLiteral }))
}

function authored({ place, text, isInterpolated }: Slot): unknown {
  return place.step(isInterpolated ? interpolated(`\${FUZZ}${escapeDollar(text)}`) : text)
}

function expected({ text, isInterpolated }: Slot): string {
  return isInterpolated ? env.FUZZ + text : text
}

interface Writer {
  readonly name: string
  readonly texts: number
  readonly flags: readonly string[]
  readonly write: (pipeline: WirePipeline) => string
}

const evaluated = { interpolation: false, env }
const plain = ['--no-interpolation']
const writers: readonly Writer[] = [
  { name: 'YAML', texts, flags: [], write: emitYaml },
  { name: 'JSON', texts, flags: [], write: (pipeline) => emitJson(pipeline, { indent: 0 }) },
  {
    name: 'YAML, no interpolation',
    texts: texts / 5,
    flags: plain,
    write: (pipeline) => emitYaml(pipeline, evaluated),
  },
  {
    name: 'JSON, no interpolation',
    texts: texts / 5,
    flags: plain,
    write: (pipeline) => emitJson(pipeline, evaluated),
  },
]

/** The slots whose text did not come out as written; where the agent refuses a pipeline, its halves are tried. */
function lost(agent: Agent, slots: readonly Slot[], writer: Writer): unknown[] {
  const written = writer.write({ steps: slots.map(authored) } as WirePipeline)
  const { failed, uploads, log } = dryRun(agent, [written], { env, flags: writer.flags })
  if (failed && slots.length > 1) {
    const middle = slots.length >> 1
    return [slots.slice(0, middle), slots.slice(middle)].flatMap((half) => lost(agent, half, writer))
  }
  const steps = (uploads[0]?.['steps'] ?? []) as readonly unknown[]
  return slots.flatMap((one, index) => {
    const found = failed ? log : one.place.read(uploaded(steps[index]))
    return found === expected(one) ? [] : [{ place: one.place.name, wrote: one.text, found }]
  })
}

describeAgents('text', (agent) => {
  test.for(writers)('comes out as the author wrote it, at any place: $name, $texts texts', (writer) => {
    const batch = fc
      .array(slotFor(agent), { minLength: perPipeline, maxLength: perPipeline })
      // What is lost is listed; the other texts would only hide it.
      .map((slots) => Object.assign(slots, { [fc.toStringMethod]: () => `${slots.length} texts` }))
    fc.assert(
      fc.property(batch, (slots) => {
        expect(lost(agent, slots, writer)).toEqual([])
      }),
      // The texts are named already, which is what shrinking would be for.
      { numRuns: writer.texts / perPipeline, endOnFailure: true },
    )
  })
})
