import { resolve } from 'node:path'
import { inOneLine } from '../../secrets/in-lines.ts'
import type { Agent } from './agent.ts'
import type { Counts, Generated } from './generate.ts'
import { isSwitchedOn } from './is-switched-on.ts'
import type { Run } from './run.ts'

/**
 * Hands the parts to the agent, or prints them where it is a dry run; says in one line what was sent, and keeps it where a
 * file is named.
 *
 * @returns Why not all of them are in the build. Returns undefined if they are.
 */
export async function sendParts(
  run: Run,
  { parts, counts }: Pick<Generated, 'parts' | 'counts'>,
): Promise<string | undefined> {
  const { invocation, world, agent } = run
  if (agent === undefined) {
    const sent = parts.toReversed().map(({ json }) => json)
    for (const json of sent) world.stdout.write(json)
    keep(sent, run)
    return undefined
  }
  const sent: string[] = []
  const [{ randomBytes }, { identityOf }, { uploadParts }] = await Promise.all([
    import('node:crypto'),
    import('./upload-identity.ts'),
    import('./upload-parts.ts'),
  ])
  const declared = parts.flatMap(({ variables }) => variables)
  const request = {
    parts,
    replace: invocation.flags['replace'] === true || isSwitchedOn(world.env['BUILDKITE_PIPELINE_REPLACE']),
    identity: identityOf(invocation, world, { run: randomBytes(4).toString('hex'), declared }),
  }
  const problem = (await agent.problem()) ?? (await uploadParts(request, noting(agent, sent), world.stderr))
  keep(sent, run)
  const said = problem === undefined ? summary(sent.length > 0, parts.length, counts) : inOneLine(problem, world)
  world.stderr.write(`kitewright upload: ${said}\n`)
  return problem
}

/** Notes what is sent. */
function noting(agent: Agent, sent: string[]): Agent {
  return {
    ...agent,
    upload: (pipeline, options) => {
      sent.push(pipeline)
      return agent.upload(pipeline, options)
    },
  }
}

/** As a stream of documents, which the agent takes too. It may hold what the job alone should know. */
function keep(sent: readonly string[], { invocation, world }: Run): void {
  const { save } = invocation.flags
  if (typeof save !== 'string' || sent.length === 0) return
  world.writeText(resolve(world.cwd, save), sent.join('---\n'), { isPrivate: true })
}

function summary(isSent: boolean, parts: number, { steps, jobs }: Counts = { steps: 0, jobs: 0 }): string {
  const counted = [count(steps, 'step'), count(jobs, 'job'), count(parts, 'part')]
  return `${isSent ? 'uploaded' : 'the build has it already:'} ${counted.join(', ')}`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
