import { interpolatedKey, interpolatedText } from '@kitewright/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emitJson } from '../emit/emit-json.ts'
import type { WireValue } from '../emit/wire-pipeline.ts'
import { parsePipeline } from '../parse/parse-pipeline.ts'
import { isList, isMap } from './value.ts'
import type { Value } from './value.ts'
import { wireValue } from './wire-value.ts'

/** What is read of the text that carries a value. */
function readBack(value: WireValue): Value {
  const [pipeline] = parsePipeline(emitJson({ value, steps: [] }, { interpolation: false })).pipelines
  return (isMap(pipeline?.value) ? pipeline.value.get('value') : undefined) ?? null
}

/** A value whose maps can be compared. */
function written(value: Value): unknown {
  if (isList(value)) return value.map(written)
  return isMap(value) ? { size: value.size, entries: [...value].map(([name, item]) => [name, written(item)]) } : value
}

test('wire data is what is read of the text that carries it', () => {
  const edges = fc.constantFrom(2 ** 53 + 2, 2 ** 63, 2 ** 64, -(2 ** 63), -(2 ** 64), 1e21, 1e300, 1.5, 1e-7, -0, 0)
  const value = fc.oneof(fc.jsonValue({ stringUnit: 'binary' }), edges) as fc.Arbitrary<WireValue>
  fc.assert(
    fc.property(value, (data) => {
      expect(written(wireValue(data))).toEqual(written(readBack(data)))
    }),
    { numRuns: 500 },
  )
})

test('expressions are texts, and what is undefined is not there', () => {
  const data = {
    [interpolatedKey('$A')]: { [interpolatedText]: '${B}' },
    absent: undefined,
    list: [undefined, () => 1],
  }
  expect(written(wireValue(data))).toEqual({
    size: 2,
    entries: [
      ['$A', '${B}'],
      ['list', [null, null]],
    ],
  })
})
