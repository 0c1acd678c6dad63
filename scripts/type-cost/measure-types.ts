import ts from 'typescript'

/** What the compiler spends on a program of one file. */
export interface TypeCost {
  readonly instantiations: number
  readonly types: number
  /** Time of the check alone, without parsing and binding. */
  readonly milliseconds: number
  readonly errors: readonly string[]
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
}

/** Checks one source file that stands, for its imports, in a folder. */
export function measureTypes(source: string, folder: string): TypeCost {
  const path = `${folder}/pipeline.ts`
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => file === path || fileExists(file)
  host.getSourceFile = (file, version) =>
    file === path ? ts.createSourceFile(path, source, version) : getSourceFile(file, version)
  const program = ts.createProgram([path], options, host)
  const file = program.getSourceFile(path)
  program.getGlobalDiagnostics()
  const start = performance.now()
  const diagnostics = program.getSemanticDiagnostics(file)
  const milliseconds = performance.now() - start
  return {
    instantiations: program.getInstantiationCount(),
    types: program.getTypeCount(),
    milliseconds,
    errors: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
  }
}
