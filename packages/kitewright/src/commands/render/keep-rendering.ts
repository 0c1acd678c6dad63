import { dirname, relative, resolve, sep } from 'node:path'
import { credentialInText } from '@kitewright/core/check'
import { exitCode, type Invocation } from '../../command-line.ts'
import { givenVariables } from '../../context/given-variables.ts'
import { recordedContext } from '../../context/recorded-context.ts'
import { compileFile } from '../../pipeline/compile-file.ts'
import type { FileCompilation } from '../../pipeline/compiled-file.ts'
import { emit } from '../../pipeline/emit.ts'
import { holdsSecrets, secretsIn } from '../../pipeline/holds-secrets.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { keptText } from '../../pipeline/kept-rendering.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import type { World } from '../../world/world.ts'

/**
 * Keeps a rendering in a file, for `upload --fallback`. A pipeline with errors leaves the file as it is, and so does one
 * that holds a secret: without it, it would be another pipeline.
 */
export async function keepRendering(name: string, invocation: Invocation, world: World): Promise<number> {
  const recorded = await recordedContext(invocation, world)
  if (recorded.problem !== undefined) {
    world.stderr.write(`kitewright render: ${inOneLine(recorded.problem, world)}\n`)
    return exitCode.usage
  }
  const file = findPipelineFile(invocation.positionals[0], world)
  const { compilations, diagnostics } = await compileFile(file, recorded.context, world, { isRendered: true })
  const failed = await printDiagnostics(diagnostics.map(refusingSecrets), world)
  if (failed || compilations.length === 0) return exitCode.errors
  const path = resolve(world.cwd, name)
  const pipeline = relative(dirname(path), file).split(sep).join('/')
  const yaml = await emit(compilations, 'yaml', {})
  const secrets = secretsIn(`${pipeline}\n${yaml}`, world.env, givenVariables(invocation, world))
  if (await printDiagnostics(secrets.length > 0 ? [holdsSecrets(secrets)] : [], world)) return exitCode.errors
  if (world.mask.literals(`${pipeline}\n${yaml}`).length > 0 && !compilations.some(permitsCredentials)) {
    world.stderr.write(
      'kitewright render: the pipeline holds a credential, which would stay in the file; nothing was written\n',
    )
    return exitCode.errors
  }
  // What the author took from the environment stands in it.
  world.writeText(path, keptText({ pipeline, context: recorded.record(), yaml }), { isPrivate: true })
  world.stderr.write(`wrote ${inOneLine(name, world)}\n`)
  return exitCode.fine
}

/** Whether the author has given a reason for a credential in the pipeline. */
function permitsCredentials({ graph }: FileCompilation): boolean {
  return [graph, ...graph.nodes].some(({ allow }) => Object.hasOwn(Object(allow), credentialInText.code))
}

/** What may be a secret and is written out: a file stays, and goes into a repository. */
function refusingSecrets(found: LocatedDiagnostic): LocatedDiagnostic {
  return found.secret === undefined ? found : { ...found, severity: 'error' }
}
