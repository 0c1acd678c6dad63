import type { ProcessResult, World } from '../../world/world.ts'

/** The oldest agent that is known to work (docs/spec/agent-api.md §4.1). */
const oldest = [3, 83] as const

/** How long the agent may take to say its version, and to upload, in seconds: of itself it tries for 10 minutes. */
const limits = { version: 30, upload: 1200 }

/** The agent that runs this job, as far as uploading needs it. */
export interface Agent {
  /** Why it cannot be used, if so: it is missing or too old. */
  readonly problem: () => Promise<string | undefined>
  /** Uploads a pipeline in which everything is filled in. */
  readonly upload: (pipeline: string, options: { readonly replace: boolean }) => Promise<ProcessResult>
  /** The names of the build's meta-data. Returns undefined if they could not be read. */
  readonly metaDataKeys: () => Promise<readonly string[] | undefined>
  /** A value of the build's meta-data, `''` if there is none. Returns undefined if it could not be read. */
  readonly metaData: (key: string) => Promise<string | undefined>
  /** Returns whether the value was kept. */
  readonly setMetaData: (key: string, value: string) => Promise<boolean>
  /** Whether the build has a step with this key. Returns undefined if it could not be asked. */
  readonly hasStep: (key: string) => Promise<boolean | undefined>
}

/** The agent on the PATH, as in every job. Its version is asked for at once, while the pipeline is made. */
export function agentOf(world: World, allowSecrets: boolean): Agent {
  // By variables and not by flags: a version that does not know one ignores it.
  const env = {
    ...world.env,
    BUILDKITE_AGENT_PIPELINE_UPLOAD_ALLOW_SECRETS: String(allowSecrets),
    BUILDKITE_AGENT_PIPELINE_UPLOAD_REJECT_SECRETS: String(!allowSecrets),
    // A part that is not the first would take away what is uploaded already.
    BUILDKITE_PIPELINE_REPLACE: 'false',
    BUILDKITE_PIPELINE_UPLOAD_DRY_RUN: 'false',
    BUILDKITE_PIPELINE_NO_INTERPOLATION: 'true',
  }
  const log = world.stderr
  const call = (...args: readonly string[]): Promise<ProcessResult> => world.run('buildkite-agent', args, { env })
  const version = world.run('buildkite-agent', ['--version'], { env, log, limit: limits.version })
  return {
    problem: async () => versionProblem(await version),
    upload: (pipeline, { replace }) =>
      world.run('buildkite-agent', ['pipeline', 'upload', '--no-interpolation', ...(replace ? ['--replace'] : [])], {
        env,
        input: pipeline,
        log,
        takesSignals: true,
        limit: limits.upload,
      }),
    metaDataKeys: async () => {
      const { status, stdout } = await call('meta-data', 'keys')
      return status === 0 ? stdout.split('\n').filter((name) => name !== '') : undefined
    },
    metaData: async (key) => {
      const { status, stdout } = await call('meta-data', 'get', key, '--default', '')
      return status === 0 ? stdout.trim() : undefined
    },
    setMetaData: async (key, value) => (await call('meta-data', 'set', key, value)).status === 0,
    hasStep: async (key) => {
      const { status, signal, stderr } = await call('step', 'get', 'key', '--step', key)
      if (status === 0 && signal === undefined) return true
      return /failed to get step: POST \S+: 404 /.test(stderr) ? false : undefined
    },
  }
}

/** A version without a number, as of an agent built from its sources, is taken for a new one. */
function versionProblem({ status, signal, stdout }: ProcessResult): string | undefined {
  if (status === undefined) return 'buildkite-agent could not be started: there is none on the PATH of this job'
  if (status !== 0 || signal !== undefined) {
    return `buildkite-agent does not work: \`buildkite-agent --version\` ends with ${signal ?? `exit status ${status}`}`
  }
  const [, version, major, minor] = /\b((\d+)\.(\d+)[\w.+-]*)/.exec(stdout) ?? []
  const difference = Number(major) - oldest[0] || Number(minor) - oldest[1]
  return difference < 0 ? `buildkite-agent ${version} is too old: ${oldest.join('.')} or newer is needed` : undefined
}
