import type { World } from '../world.ts'
import type { LocatedDiagnostic } from './located.ts'
import { markdownReport } from './markdown-report.ts'

/** The name of the annotation: a later one replaces it. */
const context = 'kitewright'

/**
 * Shows diagnostics on the page of the build, by the agent.
 *
 * @returns What went wrong, where it did. Nothing is shown where there is nothing to say.
 */
export function annotate(diagnostics: readonly LocatedDiagnostic[], world: World): string | undefined {
  if (diagnostics.length === 0) return undefined
  const worst = (['error', 'warning'] as const).find((severity) =>
    diagnostics.some((diagnostic) => diagnostic.severity === severity),
  )
  const args = ['annotate', '--context', context, '--style', worst ?? 'info']
  const { status, stderr } = world.run('buildkite-agent', args, { input: markdownReport(diagnostics, world) })
  if (status === undefined) return 'buildkite-agent could not be started: is it installed, and in PATH?'
  return status === 0 ? undefined : `buildkite-agent annotate failed (exit status ${status}): ${stderr.trim()}`
}
