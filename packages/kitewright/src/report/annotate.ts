import { withoutSecrets } from './secret-values.ts'
import type { World } from '../world/world.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { markdownReport } from './markdown-report.ts'

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
  return annotateBuild(worst ?? 'info', markdownReport(diagnostics, world), world)
}

/**
 * Shows Markdown on the page of the build, by the agent, without the values of the job's secret variables.
 *
 * @returns What went wrong, if anything did.
 */
export async function annotateBuild(
  style: 'error' | 'warning' | 'info',
  markdown: string,
  world: World,
): Promise<string | undefined> {
  const args = ['annotate', '--context', context, '--style', style]
  const input = withoutSecrets(markdown, world.env)
  const { status, stderr } = await world.run('buildkite-agent', args, { input })
  if (status === undefined) return 'buildkite-agent could not be started: is it installed, and in PATH?'
  return status === 0 ? undefined : `buildkite-agent annotate failed (exit status ${status}): ${stderr.trim()}`
}
