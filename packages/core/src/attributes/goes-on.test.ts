import { expect, test } from 'vitest'
import type { StepKind } from '@kitewright/schema'
import { goesOnAfterFailure } from './goes-on.ts'

test.each<[StepKind, object, boolean]>([
  ['wait', { continue_on_failure: true }, true],
  ['wait', { wait: { continue_on_failure: true } }, true],
  ['wait', { wait: { continue_on_failure: false } }, false],
  ['wait', { wait: null }, false],
  ['block', { continue_on_failure: true }, false],
])('a %s step of %j', (kind, attributes, goesOn) => {
  expect(goesOnAfterFailure({ kind, attributes: { ...attributes } })).toBe(goesOn)
})
