import { type BuildContext, readBuildContext } from '@kitewright/core'
import type { SealedProcess } from '../load/author.ts'
import { hasErrors } from '../report/located-diagnostic.ts'
import type { Files } from '../world/world.ts'
import { compileProgram } from './compile-program.ts'
import type { SealedRequest } from './sealed-request.ts'
import { writeWire } from './sealed-wire.ts'

/** Compiles an author's file in a process that is sealed already, and hands over what it gives. */
export async function answerSealed(request: SealedRequest, sealed: SealedProcess, files: Files): Promise<void> {
  const { file, options } = request
  const read = new Set<string>()
  try {
    const context = contextOf(request, read, sealed)
    const { compilations, diagnostics } = await compileProgram({ file, load: sealed.load }, context, files, options)
    const [compilation] = hasErrors(diagnostics) ? [] : compilations
    const wire = compilation && writeWire(compilation.wire)
    sealed.answer('done', { wire, diagnostics, read: [...read] })
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    sealed.answer('fault', { message, stack })
  }
}

/** Who asks for the changed files is given them in a run of its own: git is asked only then, and not from here. */
function contextOf({ env, changedFiles }: SealedRequest, read: Set<string>, sealed: SealedProcess): BuildContext {
  const noted = new Proxy(env, {
    get(target, name) {
      if (typeof name === 'string') read.add(name)
      return Reflect.get(target, name) as string | undefined
    },
  })
  return readBuildContext({
    env: noted,
    changedFiles: () => {
      if (changedFiles !== undefined) return changedFiles === 'unknown' ? undefined : changedFiles
      sealed.answer('asks')
      return sealed.end()
    },
  })
}
