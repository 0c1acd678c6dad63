import { isInterpolated, type Path, type PlainMap } from '@kitewright/schema'
import { asList, asMap, isOn } from './read-value.ts'

/** One choice of a select field. */
export interface FormOption {
  readonly value: unknown
  readonly path: Path
}

/** One field of a block or input (docs/spec/pipeline.md §8). */
export interface FormField {
  readonly key: unknown
  /** The choices of a select field; none of a text field. */
  readonly options: readonly FormOption[]
  /** Whether several options may be chosen; undefined where the agent fills it in. */
  readonly isMultiple: boolean | undefined
  /** What is chosen or filled in beforehand. */
  readonly default: unknown
  readonly path: Path
}

/** The fields of a form, in its order. */
export function formFields({ fields }: PlainMap): readonly FormField[] {
  return asList(fields).map((field, index) => {
    const { key, multiple, options, default: chosen } = asMap(field)
    const path = ['fields', index]
    return {
      key,
      options: asList(options).map((option, position) => ({
        value: asMap(option)['value'],
        path: [...path, 'options', position],
      })),
      isMultiple: isInterpolated(multiple) ? undefined : isOn(multiple),
      default: chosen,
      path,
    }
  })
}
