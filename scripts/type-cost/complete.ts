import ts from 'typescript'

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
}

/** Files that are read, and parsed, once for all sources. */
const registry = ts.createDocumentRegistry()

/** What an editor offers at the `|` of a source, and how long a second question takes once the first is answered. */
export function complete(marked: string, folder: string): { names: readonly string[]; milliseconds: number } {
  const { service, path, at } = openAt(marked, folder)
  service.getCompletionsAtPosition(path, at, {})
  const start = performance.now()
  const entries = service.getCompletionsAtPosition(path, at, {})?.entries ?? []
  return { names: entries.map(({ name }) => name), milliseconds: performance.now() - start }
}

/** The type that an editor shows for the name at the `|` of a source. */
export function hover(marked: string, folder: string): string {
  const { service, path, at } = openAt(marked, folder)
  return ts.displayPartsToString(service.getQuickInfoAtPosition(path, at)?.displayParts)
}

/** A source in an editor, and the place of its `|`. */
function openAt(marked: string, folder: string): { service: ts.LanguageService; path: string; at: number } {
  const path = `${folder}/pipeline.ts`
  const at = marked.indexOf('|')
  const text = marked.slice(0, at) + marked.slice(at + 1)
  const service = ts.createLanguageService(
    {
      getCompilationSettings: () => options,
      getScriptFileNames: () => [path],
      getScriptVersion: (file) => (file === path ? text : ''),
      getScriptSnapshot: (file) => {
        const content = file === path ? text : ts.sys.readFile(file)
        return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (file) => file === path || ts.sys.fileExists(file),
      readFile: ts.sys.readFile,
      directoryExists: ts.sys.directoryExists,
      realpath: (file) => ts.sys.realpath?.(file) ?? file,
    },
    registry,
  )
  return { service, path, at }
}
