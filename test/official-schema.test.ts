import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SchemaNode } from '../scripts/codegen/schema-node.ts'
import { schemaFacts } from './schema-facts.ts'
import { describeShared, publishedSchema } from './shared.ts'

const read = (path: string | URL): SchemaNode => JSON.parse(readFileSync(path, 'utf8')) as SchemaNode
const ours = read(new URL('../schemas/pipeline.schema.json', import.meta.url))

const noList = 'the agent gives up a step in which this is a list; the bare value means the same'

/** What the published schema accepts and ours does not, with the reason. */
const exceptions: { readonly [kind: string]: { readonly [fact: string]: string } } = {
  CommandStep: {
    'type = "commands"': 'the agent does not know the word and passes the step on unread',
    'matrix.adjustments[].with: array': noList,
    'matrix.adjustments[].with[]: string': noList,
    'matrix.adjustments[].with[]: integer': noList,
    'matrix.adjustments[].with[]: boolean': noList,
  },
}

/** Every form of a step in the published schema, and ours that has it or the reason why none does. */
const forms: { readonly [published: string]: string } = {
  commandStep: 'CommandStep',
  waitStep: 'WaitStep',
  blockStep: 'BlockStep',
  inputStep: 'InputStep',
  triggerStep: 'TriggerStep',
  groupStep: 'GroupStep',
  stringWaitStep: 'BareStep',
  stringBlockStep: 'BareStep',
  stringInputStep: 'BareStep',
  nestedWaitStep: 'WaitStep',
  nestedBlockStep: 'BlockStep',
  nestedInputStep: 'InputStep',
  nestedTriggerStep: 'TriggerStep',
  nestedCommandStep: 'none: the agent passes a command step of this form on unread',
}

describeShared('the published schema', publishedSchema, (file) => {
  const theirs = read(file)
  const compared = Object.entries(forms).filter(([, name]) => !name.startsWith('none'))

  test.each(compared)('%s accepts nothing that our %s refuses without a reason', (published, name) => {
    const own = facts(ours, name)
    const lacking = [...facts(theirs, published)].filter((fact) => !own.has(fact))
    expect(lacking.toSorted()).toEqual(Object.keys(exceptions[name] ?? {}).toSorted())
  })

  test('a pipeline accepts nothing beside its steps that ours refuses', () => {
    const own = facts(ours, 'Pipeline')
    expect([...schemaFacts(theirs, theirs, '')].filter((fact) => !own.has(fact))).toEqual([])
  })

  test('every form of a step is compared', () => {
    const { pipelineSteps } = theirs.definitions ?? {}
    const listed = pipelineSteps?.items?.anyOf?.map(({ $ref }) => $ref?.split('/').at(-1) ?? '')
    expect(Object.keys(forms).toSorted()).toEqual(listed?.toSorted())
  })
})

function facts(root: SchemaNode, definition: string): ReadonlySet<string> {
  return schemaFacts(root, { $ref: `#/definitions/${definition}` }, '')
}
