import { interpolatedKey, interpolatedText } from '@kitewright/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAgentText } from './agent-text.ts'
import { emitJson } from './emit-json.ts'
import { isLiteral } from './is-literal.ts'
import { writeJson } from './write-json.ts'
import type { WirePipeline } from './wire-pipeline.ts'

const commit = { [interpolatedText]: 'git-${COMMIT:0:3}' }

function written(pipeline: WirePipeline, options = {}): unknown {
  return JSON.parse(emitJson(pipeline, { indent: 0, ...options }))
}

test('fields keep their order, absent ones vanish, and the document ends a line', () => {
  const pipeline = { env: { B: '1', A: 2 }, agents: undefined, steps: ['wait', { command: 'a', key: undefined }] }
  expect(emitJson(pipeline)).toBe(`{
  "env": {
    "B": "1",
    "A": 2
  },
  "steps": [
    "wait",
    {
      "command": "a"
    }
  ]
}
`)
  expect(emitJson(pipeline, { indent: 0 })).toBe('{"env":{"B":"1","A":2},"steps":["wait",{"command":"a"}]}\n')
})

test('a dollar is escaped where the agent interpolates, in keys too, and nowhere else', () => {
  const places = {
    secrets: ['$S'],
    checkout: { sparse: { paths: ['$S'] }, flags: { clone: '$S' } },
    $S: '$S',
    steps: [
      {
        command: ['$S', commit],
        env: { $S: '$S', a$: '\\$' },
        secrets: { A: '$S' },
        cache: { name: '$S', other: '$S' },
        matrix: { setup: { $S: ['$S'] }, adjustments: [{ with: { $S: '$S' }, skip: '$S', soft_fail: '$S' }] },
      },
      { group: '$S', steps: ['wait', { wait: '$S', secrets: '$S' }] },
    ],
  }
  expect(written(places)).toEqual({
    secrets: ['$S'],
    checkout: { sparse: { paths: ['$S'] }, flags: { clone: '$$S' } },
    $$S: '$$S',
    steps: [
      {
        command: ['$$S', 'git-${COMMIT:0:3}'],
        env: { $$S: '$$S', a$: '${KITEWRIGHT_BACKSLASH:-\\}$$' },
        secrets: { A: '$S' },
        cache: { name: '$$S', other: '$S' },
        matrix: { setup: { $$S: ['$$S'] }, adjustments: [{ with: { $$S: '$$S' }, skip: '$S', soft_fail: '$$S' }] },
      },
      { group: '$$S', steps: ['wait', { wait: '$$S', secrets: '$$S' }] },
    ],
  })
})

test('a step that the agent does not know is interpolated everywhere', () => {
  const step = { command: '$S', secrets: ['$S'], signature: '$S', env: { A: { nested: '$S' } } }
  const escaped = { command: '$$S', secrets: ['$$S'], signature: '$$S', env: { A: { nested: '$$S' } } }
  expect(written({ steps: [step, '$S', { group: 'g', steps: [step] }] })).toEqual({
    steps: [escaped, '$$S', { group: 'g', steps: [escaped] }],
  })
})

test('without interpolation text goes as it is, and expressions are filled in as the agent would', () => {
  const pipeline = {
    env: { COMMIT: { [interpolatedText]: '${BASE}00' }, N: 5, TAG: commit, LITERAL: '$BASE' },
    steps: [{ command: 'echo $HOME', label: commit, key: { [interpolatedText]: '$N$$$LITERAL' } }],
  }
  expect(written(pipeline, { interpolation: false, env: { BASE: 'abc', COMMIT: 'overridden' } })).toEqual({
    env: { COMMIT: 'abc00', N: 5, TAG: 'git-abc', LITERAL: '$BASE' },
    steps: [{ command: 'echo $HOME', label: 'git-abc', key: '5$$BASE' }],
  })
})

test('characters that the agent would change are escaped, and those beyond U+FFFF are not', () => {
  const text = '\u007f\u0085\u2028\ufeff\uffff😀é\u0000'
  expect(emitJson({ steps: [text] }, { indent: 0 })).toBe(
    '{"steps":["\\u007f\\u0085\\u2028\\ufeff\\uffff😀é\\u0000"]}\n',
  )
})

test('a field named __proto__ is a field', () => {
  const env = JSON.parse('{"__proto__":"a"}') as { readonly [name: string]: string }
  expect(emitJson({ steps: [{ command: 'a', env }] }, { indent: 0 })).toBe(
    '{"steps":[{"command":"a","env":{"__proto__":"a"}}]}\n',
  )
})

test('what is taken for literal at a glance needs no other form', () => {
  const text = fc.string({ unit: fc.constantFrom(...'a${}\\\0"AB:-') })
  const leaf = fc.oneof(text, fc.constantFrom(1, true, null, { [interpolatedText]: '$A' }, { [interpolatedText]: 'a' }))
  const name = fc.oneof(text, fc.constantFrom('env', 'command', 'label', interpolatedKey('$A'), '__proto__'))
  const step = fc.dictionary(name, fc.oneof(leaf, fc.dictionary(name, leaf), fc.array(leaf)), { maxKeys: 3 })
  let literal = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 2 }), fc.boolean(), (steps, interpolation) => {
      const pipeline = { steps } as WirePipeline
      const options = { interpolation, env: { A: 'x' } }
      if (!isLiteral(writeJson(pipeline, 2), options)) return
      literal++
      expect(JSON.stringify(toAgentText(pipeline, options))).toBe(JSON.stringify(pipeline))
    }),
    { numRuns: 3000 },
  )
  expect(literal).toBeGreaterThan(300)
})
