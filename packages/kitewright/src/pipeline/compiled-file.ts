import type { Compilation, CompileOptions, Diagnostic } from '@kitewright/core'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'

/** What a pipeline's file comes to for one build, whatever the file is written in. */
export interface CompiledFile {
  /** One pipeline; of a stream of YAML documents, one for each. None if the file gives no pipeline. */
  readonly compilations: readonly FileCompilation[]
  readonly diagnostics: readonly LocatedDiagnostic[]
}

/** A compilation that knows where its pipeline is written. */
export interface FileCompilation extends Compilation {
  /** Finds the places that diagnostics of this pipeline speak of. */
  readonly locate: (diagnostics: readonly Diagnostic[]) => Promise<readonly LocatedDiagnostic[]>
}

/** How a file's pipeline is going to be used. */
export interface FileOptions extends CompileOptions {
  /** Whether the file's bytes are UTF-8, as the agent wants them. True unless told. */
  readonly isUtf8?: boolean | undefined
}
