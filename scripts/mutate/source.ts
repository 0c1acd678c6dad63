import ts from 'typescript'

/** A source as a tree that knows its parents. */
export function parseSource(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
}

/** A source as the body of a CommonJS function of `exports`, `require`, `__dirname` and `__url`. */
export function toCommonJs(file: string, text: string): string {
  const code = text.replaceAll('import.meta.dirname', '__dirname').replaceAll('import.meta.url', '__url')
  return ts.transpileModule(code, {
    fileName: file,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      isolatedModules: true,
    },
  }).outputText
}
