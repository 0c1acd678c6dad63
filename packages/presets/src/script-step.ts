import { command, type CommandOptions, type CommandStep } from '@kitewright/core'
import { labelled, prefixed } from './prefixed.ts'

/** What every part takes beside its own options: any attribute of its step, which wins over the part's. */
export interface PartOptions extends CommandOptions {
  /** Where `kitewright init` put the scripts, from the repository's root: `.buildkite/scripts` unless told. */
  readonly scripts?: string | undefined
  /** The service's folder in a monorepo, from the repository's root: the root itself unless told. */
  readonly folder?: string | undefined
  /** The service's name: what its images and stacks are called. */
  readonly service?: string | undefined
  /** Stands before label and key, where several services share one pipeline. Nothing unless told. */
  readonly prefix?: string | undefined
}

/** What a part says of its step unless told otherwise. */
export interface PartDefaults extends CommandOptions {
  readonly label: string
  readonly key: string
}

/** Attempts after the agent was lost: the machine failed, not the work. Any other failure is the work's own. */
export const onAgentLoss: NonNullable<CommandOptions['retry']> = { automatic: [{ exit_status: -1, limit: 2 }] }

/** A step that runs one of the vendored scripts. */
export function scriptStep(line: string, defaults: PartDefaults, options: PartOptions): CommandStep {
  const { scripts = '.buildkite/scripts', folder, service, prefix, env, ...attributes } = options
  const own = {
    ...(service !== undefined && { SERVICE: service }),
    ...(folder !== undefined && { SERVICE_FOLDER: folder }),
    ...(defaults.env as object | undefined),
    ...(env as object | undefined),
  }
  return command({
    ...defaults,
    label: labelled(prefix, defaults.label),
    key: prefixed(prefix, defaults.key),
    command: `${scripts}/${line}`,
    ...attributes,
    env: Object.keys(own).length > 0 ? own : undefined,
  })
}
