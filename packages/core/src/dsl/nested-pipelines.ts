import { maximumLevels } from '../model/levels.ts'
import type { AnyPipeline } from '../model/pipeline-brand.ts'
import { pipelineBrand } from '../model/pipeline-brand.ts'
import { stepBrandOf } from '../model/step-brand.ts'

const none: readonly AnyPipeline[] = []

/** The pipelines that stand in the lists of a pipeline's value, those of its groups too. */
export function nestedPipelines(value: unknown): readonly AnyPipeline[] {
  const list = Array.isArray(value) ? value : stepsOf(value)
  if (!Array.isArray(list)) return none
  const found: AnyPipeline[] = []
  addFrom(list, found, 0)
  return found
}

/** By index: this runs for each step at the head of every build. */
function addFrom(list: readonly unknown[], found: AnyPipeline[], level: number): void {
  if (level > maximumLevels) return
  for (let index = 0; index < list.length; index++) {
    const item = list[index]
    if (typeof item !== 'object' || item === null) continue
    if (Array.isArray(item)) addFrom(item, found, level + 1)
    else if (stepBrandOf(item)?.kind === 'group') addSteps(item, found, level)
    else if (Object.hasOwn(item, pipelineBrand)) found.push(item as AnyPipeline)
  }
}

function addSteps(group: unknown, found: AnyPipeline[], level: number): void {
  const steps = stepsOf(group)
  if (Array.isArray(steps)) addFrom(steps, found, level + 1)
}

function stepsOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { readonly steps?: unknown }).steps : undefined
}
