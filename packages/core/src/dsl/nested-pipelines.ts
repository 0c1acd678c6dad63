import type { AnyPipeline } from '../model/pipeline-brand.ts'
import { pipelineBrand } from '../model/pipeline-brand.ts'
import { stepBrandOf } from '../model/step-brand.ts'

const none: readonly AnyPipeline[] = []

/** The pipelines that stand in the lists of a pipeline's value, those of its groups too. */
export function nestedPipelines(value: unknown): readonly AnyPipeline[] {
  const list = Array.isArray(value) ? value : stepsOf(value)
  if (!Array.isArray(list)) return none
  return pipelinesIn(list)
}

/**
 * Each list is looked through once, however often it stands in others or in itself. By index: this runs for each step at
 * the head of every build.
 */
function pipelinesIn(top: readonly unknown[]): readonly AnyPipeline[] {
  const found: AnyPipeline[] = []
  const lists = new Set([top])
  for (const list of lists) {
    for (let index = 0; index < list.length; index++) {
      const item = list[index]
      if (typeof item !== 'object' || item === null) continue
      const inner = Array.isArray(item) ? item : stepBrandOf(item)?.kind === 'group' ? stepsOf(item) : undefined
      if (Array.isArray(inner)) lists.add(inner)
      else if (Object.hasOwn(item, pipelineBrand)) found.push(item as AnyPipeline)
    }
  }
  return found
}

function stepsOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { readonly steps?: unknown }).steps : undefined
}
