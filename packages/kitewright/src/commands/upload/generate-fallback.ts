import { resolve } from 'node:path'
import type { Invocation } from '../../command-line.ts'
import { commandContext } from '../../context/command-context.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { World } from '../../world/world.ts'
import { type Generated, generateFrom, writtenSecret } from './generate.ts'

/**
 * Reads the fallback as any pipeline is read, but leaves to the server what it may think of it: only what the agent
 * would not upload is an error. One without steps would make the build pass without any, so it is none.
 */
export async function generateFallback(file: string, invocation: Invocation, world: World): Promise<Generated> {
  const path = resolve(world.cwd, file)
  const text = world.readText(path)
  const { context } = await commandContext(invocation, world)
  if (text === undefined || context === undefined) return failed(`the fallback ${file} is not there`)
  const { compileYaml } = await import('../../pipeline/compile-yaml.ts')
  const { compilations, diagnostics } = await compileYaml(text, path, { isRendered: true })
  const stopping = diagnostics.filter(stops)
  if (stopping.length > 0) return { parts: [], diagnostics: stopping }
  if (compilations.every(({ graph }) => graph.roots.length === 0)) return failed(`the fallback ${file} has no steps`)
  const secrets = diagnostics.filter(({ code }) => code === writtenSecret)
  return generateFrom(compilations, secrets, context.env, { invocation, world })
}

/** What could not be read, and so not be uploaded whole. */
function stops({ code, severity }: LocatedDiagnostic): boolean {
  return severity === 'error' && /^KW104[1-6]$/.test(code)
}

function failed(message: string): Generated {
  return { parts: [], diagnostics: [{ code: 'KW1045', severity: 'error', message, path: [], related: [] }] }
}
