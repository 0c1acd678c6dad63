import type { BuildContext } from '@kitewright/core'
import type { ConditionContext, ConditionValue } from '@kitewright/core/condition'

/** What the conditions of a build's steps see of it (docs/spec/conditionals.md §7, §8). */
export function conditionContext(context: BuildContext, env: Readonly<Record<string, string>>): ConditionContext {
  const { build, pipeline, organization } = context
  const { pull_request: pull, merge_queue: queue, triggered_from: parent } = build
  const variables: Record<string, ConditionValue | undefined> = {
    'build.id': build.id,
    'build.commit': build.commit,
    'build.branch': build.branch,
    'build.number': build.number,
    'build.message': build.message,
    'build.tag': build.tag,
    'build.state': 'running',
    'build.source': build.source ?? 'ui',
    'build.creator.name': build.creator.name,
    'build.creator.email': build.creator.email,
    'build.creator.teams': build.creator.teams,
    'build.author.name': build.author.name,
    'build.author.email': build.author.email,
    'build.author.teams': build.author.teams,
    'build.pull_request.id': pull?.id,
    'build.pull_request.base_branch': pull?.base_branch,
    'build.pull_request.draft': pull?.draft,
    'build.pull_request.labels': pull?.labels ?? [],
    'build.pull_request.repository': pull?.repository,
    'build.pull_request.repository.fork':
      pull?.repository === undefined ? undefined : pull.repository !== pipeline.repository,
    'build.merge_queue.base_branch': queue?.base_branch,
    'build.merge_queue.base_commit': queue?.base_commit,
    'pipeline.id': pipeline.id,
    'pipeline.slug': pipeline.slug,
    'pipeline.default_branch': pipeline.default_branch,
    'pipeline.repository': pipeline.repository,
    'organization.id': organization.id,
    'organization.slug': organization.slug,
  }
  const facts = {
    ...(pipeline.name !== undefined && { PIPELINE_NAME: pipeline.name }),
    ...(parent !== undefined && {
      TRIGGERED_FROM_BUILD_ID: parent.id,
      TRIGGERED_FROM_BUILD_NUMBER: String(parent.number ?? ''),
      TRIGGERED_FROM_BUILD_PIPELINE_SLUG: parent.pipeline_slug ?? '',
    }),
  }
  return { entry: 'build_condition', variables, env, facts }
}
