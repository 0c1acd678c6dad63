import { inOneLine } from '../../secrets/in-lines.ts'
import { isSwitchedOn } from './is-switched-on.ts'
import type { Run } from './run.ts'
import type { GeneratedPart } from './write-parts.ts'

/**
 * Hands the parts to the agent, or prints them where it is a dry run.
 *
 * @returns Why not all of them are in the build. Returns undefined if they are.
 */
export async function sendParts(
  { invocation, world, agent }: Run,
  parts: readonly GeneratedPart[],
): Promise<string | undefined> {
  if (agent === undefined) {
    for (const { json } of parts.toReversed()) world.stdout.write(json)
    return undefined
  }
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
  const problem = (await agent.problem()) ?? (await uploadParts(request, agent, world.stderr))
  if (problem !== undefined) world.stderr.write(`kitewright upload: ${inOneLine(problem, world)}\n`)
  return problem
}
