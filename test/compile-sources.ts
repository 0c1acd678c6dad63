import ts from 'typescript'

/** As an author's own, who is strict. */
export const authorOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
}

/** What the compiler says to each source, in words with the text that it points at, as if they stood in a folder. */
export function compileSources(
  sources: { readonly [name: string]: string },
  folder: string,
  options: ts.CompilerOptions = authorOptions,
): ReadonlyMap<string, readonly string[]> {
  const files = new Map(
    Object.entries(sources).map(([name, text], index) => [`${folder}/mistake-${index}.ts`, { name, text }]),
  )
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (path) => files.has(path) || fileExists(path)
  host.getSourceFile = (path, version) =>
    files.has(path) ? ts.createSourceFile(path, files.get(path)!.text, version) : getSourceFile(path, version)
  const program = ts.createProgram([...files.keys()], options, host)
  return new Map(
    [...files].map(([path, { name }]) => {
      const source = program.getSourceFile(path)!
      return [name, [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(told)]
    }),
  )
}

function told({ messageText, file, start = 0, length = 0 }: ts.Diagnostic): string {
  return `${file?.text.slice(start, start + length)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}
