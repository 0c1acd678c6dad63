import type { World } from '../world/world.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { report } from './report.ts'

/** The name of the annotation: a later one replaces it. */
const context = 'kitewright'

/**
 * Shows diagnostics on the page of the build, by the agent.
 *
 * @returns What went wrong, if anything did. Nothing is shown if there is nothing to say.
 */
export async function annotate(diagnostics: readonly LocatedDiagnostic[], world: World): Promise<string | undefined> {
  if (diagnostics.length === 0) return undefined
  const worst = (['error', 'warning'] as const).find((severity) =>
    diagnostics.some((diagnostic) => diagnostic.severity === severity),
  )
  return annotateBuild(worst ?? 'info', await report(diagnostics, 'markdown', world), world)
}

/**
 * Shows Markdown that holds no secrets on the page of the build, by the agent.
 *
 * @returns What went wrong, if anything did.
 */
export async function annotateBuild(
  style: 'error' | 'warning' | 'info',
  input: string,
  world: World,
): Promise<string | undefined> {
  const args = ['annotate', '--context', context, '--style', style]
  const { status, stderr } = await world.run('buildkite-agent', args, { input })
  if (status === undefined) return 'buildkite-agent could not be started: is it installed, and in PATH?'
  const words = stderr.trim()
  const failed = `buildkite-agent annotate failed (exit status ${status})`
  return status === 0 ? undefined : failed + (words === '' ? '' : `: ${words}`)
}
