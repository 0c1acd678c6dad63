import type { Interpolated } from '@kitewright/schema'
import type { Brand } from './brand.ts'
import type { Nothing } from './nothing.ts'
import type { AnyStep } from './step-brand.ts'

/** Recognises `externalStep` and `ifPresent` values in any copy of the library. */
export const dependencyBrand: unique symbol = Symbol.for('kitewright.dependency')

/** A step that another upload made, named by its key; made by `externalStep('key')`. */
export interface ExternalStep {
  readonly [dependencyBrand]: Brand<'external'>
  readonly key: string
}

/** A step that YAML names by its key: of this pipeline if it has one, otherwise of another upload. */
export interface AnywhereStep {
  readonly [dependencyBrand]: Brand<'anywhere'>
  readonly key: string
}

/** An edge only if the step is in this pipeline; made by `ifPresent(step)`. */
export interface IfPresent {
  readonly [dependencyBrand]: Brand<'if-present'>
  readonly step: AnyStep
}

/** What `externalStep` and `ifPresent` return: a plain object cannot look like it, so compilers say what it lacks. */
interface NamedStep {
  readonly [dependencyBrand]: Brand<'external' | 'if-present'>
}

/**
 * A dependency written as a map, and printed as one; it may fail without stopping the dependent step.
 *
 * @see https://buildkite.com/docs/pipelines/configure/dependencies
 */
export interface TolerantDependency {
  /** The step, or its key. */
  readonly step: AnyStep | NamedStep | string | Interpolated
  /** Run even if that step failed. Default false. */
  readonly allow_failure?: boolean | 'true' | 'false' | undefined
}

/** One thing a step may wait for. `false`, `null`, `undefined` and `''` vanish. */
export type Dependency = AnyStep | NamedStep | TolerantDependency | string | Interpolated | Nothing

/** What `depends_on` takes: a step value, a key, or a list of both, nested as you like. */
export type Dependencies = Dependency | readonly Dependencies[]
