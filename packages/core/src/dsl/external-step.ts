import { type AnywhereStep, dependencyBrand, type ExternalStep } from '../model/dependency.ts'
import { branded, modelVersion } from '../model/brand.ts'
import { captureTrace } from '../model/trace.ts'

/**
 * Names a step that another upload made, so that a dependency on it is not taken for a mistake.
 *
 * @param key The key under which the other upload printed it.
 * @example
 * command({ label: 'Report', command: 'report.sh', depends_on: externalStep('tests') })
 */
export function externalStep(key: string): ExternalStep {
  return branded({ key }, dependencyBrand, {
    kind: 'external',
    version: modelVersion,
    trace: captureTrace(externalStep),
  })
}

/** Names a step that may stand in this pipeline, outside the YAML that names it, or be of another upload. */
export function anywhereStep(key: string): AnywhereStep {
  return branded({ key }, dependencyBrand, {
    kind: 'anywhere',
    version: modelVersion,
    trace: captureTrace(anywhereStep),
  })
}
