import { array, assert, constantFrom, dictionary, letrec, oneof, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { emitJson } from '../emit/emit-json.ts'
import { emitYaml } from '../emit/emit-yaml.ts'
import { parsePipeline } from '../parse/parse-pipeline.ts'
import type { ParsedPipeline } from '../parse/parse-document.ts'
import { wireParsed } from './wire-parsed.ts'

function parsed(text: string): ParsedPipeline {
  const [pipeline] = parsePipeline(text).pipelines
  if (pipeline === undefined) throw new Error('no pipeline')
  return pipeline
}

/** What the agent makes of a document that is written again. */
function again(pipeline: ParsedPipeline): readonly unknown[] {
  const wire = wireParsed(pipeline)
  return [emitYaml(wire), emitJson(wire)].map((text) => parsed(text).canonical)
}

test.each([
  ['every spelling of a dollar', 'steps: [{ command: "a $A $$A \\\\$A ${A:-$$} $(a) a$" }]'],
  ['older spellings, of the agent and of Buildkite', 'steps: [{ commands: a, name: b, timeout: 5, id: c }]'],
  [
    'dependencies as they stand',
    'steps: [{ command: a, key: a }, { command: b, depends_on: [{ step: a }] }, { wait: ~ }]',
  ],
  ['steps that the agent does not know', 'steps: [{ wanda: $A, $B: c }, other, { group: g, steps: [{ wanda: a }] }]'],
  ['an empty label beside a name', 'steps: [{ command: a, label: "", name: b, key: ~, id: c }]'],
  ['keys beside the steps', 'x: { $A: $$B }\nenv: { $A: $B }\nsteps: [wait, { block: b }]'],
])('written again, the agent reads %s the same', (_, text) => {
  const pipeline = parsed(text)
  expect(again(pipeline)).toEqual([pipeline.canonical, pipeline.canonical])
})

test('so it does whatever a document holds', () => {
  const text = constantFrom('a', '$', '$$', '$A', '${A}', '\\$A', '${A:-b}', '$(a)', 'wait', 'true', '1', '', ' ', 'é')
  const { value } = letrec((tie) => ({
    value: oneof(
      { maxDepth: 2 },
      text,
      constantFrom(null, true, 0, 1.5),
      array(tie('value'), { maxLength: 2 }),
      map(tie),
    ),
  }))
  function map(tie: (name: 'value') => ReturnType<typeof oneof>) {
    return dictionary(text, tie('value'), { maxKeys: 2 })
  }
  const names = constantFrom(
    'command',
    'commands',
    'wait',
    'block',
    'input',
    'trigger',
    'type',
    'label',
    'name',
    'key',
    'id',
    'env',
    'if',
    'depends_on',
    'plugins',
    'matrix',
    'timeout',
    'notify',
    'fields',
    'x',
    '$A',
  )
  const step = oneof(text, dictionary(names, value, { maxKeys: 4 }))
  const group = record({ group: text, steps: array(step, { maxLength: 2 }) })
  const document = record(
    { env: dictionary(text, text, { maxKeys: 2 }), x: value, steps: array(oneof(step, group), { maxLength: 4 }) },
    { requiredKeys: ['steps'] },
  )
  let read = 0
  assert(
    property(document, (json) => {
      const [pipeline] = parsePipeline(JSON.stringify(json)).pipelines
      if (pipeline === undefined) return
      read++
      expect(again(pipeline)).toEqual([pipeline.canonical, pipeline.canonical])
    }),
    { numRuns: runs(300) },
  )
  expect(read).toBeGreaterThan(runs(100))
})
