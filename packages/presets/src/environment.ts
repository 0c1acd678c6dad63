import type { Step } from '@kitewright/core'
import { approval, type ApprovalOptions } from './approval.ts'
import { deploy, type DeployOptions } from './deploy.ts'
import { rollback } from './rollback.ts'
import { smokeTest, type SmokeTestOptions } from './smoke-test.ts'

/** Where a service is deployed; beside these, any attribute of the step that deploys, which wins. */
export interface Environment extends Omit<DeployOptions, 'service' | 'environment'> {
  /** What the script `deploy` is told, and the end of the stack's name: `prod`. */
  readonly name: string
  /** What it is called in labels and keys: `production` for `prod`, otherwise the name. */
  readonly title?: string | undefined
  /**
   * A person's consent before it. Asked unless told for every environment but the first: each is nearer to customers than
   * the one before.
   */
  readonly approval?: boolean | Omit<ApprovalOptions, 'title'> | undefined
  /** What it is deployed by: a push to a branch of delivery, or a tag. `branch` unless told. */
  readonly on?: 'branch' | 'tag' | undefined
  /** A command that tries what was deployed; if it fails, what was there before is brought back. None unless told. */
  readonly smokeTest?: string | Omit<SmokeTestOptions, 'title'> | undefined
}

/** The environment that comes after a click unless told otherwise, and the one before it. */
export const usualEnvironments: readonly Environment[] = [{ name: 'test' }, { name: 'prod' }]

/** What all parts of one service are told. */
export interface ServiceFacts {
  readonly service: string
  readonly scripts: string | undefined
  readonly folder: string | undefined
  readonly prefix: string | undefined
}

/** What an environment is called. */
export function titleOf({ name, title = name === 'prod' ? 'production' : name }: Environment): string {
  return title
}

/** The consent before an environment: one block step, or none. */
export function approvalOf(environment: Environment, isFirst: boolean, { prefix }: ServiceFacts): readonly Step[] {
  const { approval: wanted = !isFirst } = environment
  if (wanted === false) return []
  return [approval({ title: titleOf(environment), prefix, ...(wanted === true ? {} : wanted) })]
}

/** What brings the service to an environment, and tries it there. */
export function deploymentOf(environment: Environment, facts: ServiceFacts): readonly Step[] {
  const { name, title: _title, approval: _approval, on: _on, smokeTest: tried, ...attributes } = environment
  const title = titleOf(environment)
  const deployed = deploy({ ...facts, ...attributes, environment: name, title })
  if (tried === undefined) return [deployed]
  const smoke = smokeTest({
    title,
    prefix: facts.prefix,
    depends_on: deployed,
    ...(typeof tried === 'string' ? { command: tried } : tried),
  })
  return [deployed, smoke, rollback({ ...facts, environment: name, title, after: String(smoke.key) })]
}
