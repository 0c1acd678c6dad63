import { withoutSecrets } from '../secret-values.ts'
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
  return annotateBuild(worst ?? 'info', markdownReport(diagnostics, world), world)
}

/**
 * Shows Markdown on the page of the build, by the agent, without the values of the job's secret variables.
 *
 * @returns What went wrong, where it did.
 */
export function annotateBuild(style: 'error' | 'warning' | 'info', markdown: string, world: World): string | undefined {
  const args = ['annotate', '--context', context, '--style', style]
  const input = withoutSecrets(markdown, world.env)
  const { status, stderr } = world.run('buildkite-agent', args, { input })
  if (status === undefined) return 'buildkite-agent could not be started: is it installed, and in PATH?'
  return status === 0 ? undefined : `buildkite-agent annotate failed (exit status ${status}): ${stderr.trim()}`
}
