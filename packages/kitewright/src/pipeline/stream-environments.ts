import type { Compilation, EmitOptions } from '@kitewright/core'
import type { Environment } from '@kitewright/core/interpolation'

/**
 * The variables that each pipeline of a stream sees at upload: what the `env` of one declares stays visible to those
 * after it (docs/spec/upload.md §2).
 */
export async function streamEnvironments(
  pipelines: readonly Pick<Compilation, 'wire'>[],
  { env = {}, prefersRuntime }: EmitOptions,
): Promise<readonly Environment[]> {
  if (pipelines.length < 2) return [env]
  const { declareEnvironment } = await import('@kitewright/core/interpolation')
  let known = env
  return pipelines.map(({ wire }, index) => {
    const seen = known
    if (index + 1 < pipelines.length) known = declareEnvironment(wire, known, prefersRuntime).known
    return seen
  })
}
