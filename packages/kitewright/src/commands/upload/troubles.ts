import { array, boolean, constantFrom, integer, record } from 'fast-check'
import type { Trouble } from './build-model.ts'

const trouble = constantFrom<Trouble>(
  'well',
  'well',
  'well',
  'well',
  'lost',
  'late',
  'down',
  'refused',
  'ended before',
  'ended after',
  'killed before',
  'killed after',
)
/** What happens to the calls of an attempt, the rest of which go well. */
export const troubles = array(trouble, { maxLength: 16 })
/** The same where what has failed does not happen after all: no program could tell that from what never happens. */
export const notLate = array(
  trouble.filter((what) => what !== 'late'),
  { maxLength: 16 },
)
/** How many parts, and whether their author gave them keys. */
export const shape = record({ count: integer({ min: 1, max: 5 }), hasKeys: boolean() })
