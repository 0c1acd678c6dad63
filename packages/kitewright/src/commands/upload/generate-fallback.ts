import { resolve } from 'node:path'
import { secretInEnv } from '@kitewright/core/check'
import type { Invocation } from '../../command-line.ts'
import { commandContext } from '../../context/command-context.ts'
import { compileFile } from '../../pipeline/compile-file.ts'
import { noSteps } from '../../pipeline/read-yaml.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { World } from '../../world/world.ts'
import { type Generated, generateFrom } from './generate.ts'

/**
 * Reads the fallback as any pipeline is read, but leaves to the server what it may think of it: only what the agent
 * would not upload is an error. One without steps would make the build pass without any, so it is none.
 */
export async function generateFallback(file: string, invocation: Invocation, world: World): Promise<Generated> {
  const { context } = await commandContext(invocation, world)
  if (context === undefined) return { parts: [], diagnostics: [] }
  const { compilations, diagnostics } = await compileFile(resolve(world.cwd, file), context, world, {
    isRendered: true,
  })
  const stopping = diagnostics.filter(stops)
  if (stopping.length > 0) return { parts: [], diagnostics: stopping }
  if (compilations.every(({ graph }) => graph.roots.length === 0))
    return { parts: [], diagnostics: [noSteps(`the fallback ${file} has no steps`)] }
  const secrets = diagnostics.filter(({ code }) => code === secretInEnv.code)
  return generateFrom(compilations, secrets, context.env, { invocation, world })
}

/** What is not there, or could not be read, and so not be uploaded whole. */
function stops({ code, severity }: LocatedDiagnostic): boolean {
  return severity === 'error' && /^KW10(?:2\d|4[1-6])$/.test(code)
}
