import { dependencyBrand, type IfPresent } from '../model/dependency.ts'
import { branded, modelVersion } from '../model/brand.ts'
import type { AnyStep } from '../model/step-brand.ts'
import { captureTrace } from '../model/trace.ts'

/**
 * A dependency that holds only if the step is in this pipeline. Without it, depending on a step left out is an error.
 *
 * @example
 * command({ label: 'Deploy', command: 'deploy.sh', depends_on: [image, ifPresent(integration)] })
 */
export function ifPresent(step: AnyStep): IfPresent {
  return branded({ step }, dependencyBrand, {
    kind: 'if-present',
    version: modelVersion,
    trace: captureTrace(ifPresent),
  })
}
