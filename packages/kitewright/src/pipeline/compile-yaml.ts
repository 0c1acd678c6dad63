import { type Diagnostic, draft, isAboutTypeScript, type Node, type Trace } from '@kitewright/core'
import { defineParsed, wireParsed } from '@kitewright/core/import'
import type { ParsedPipeline } from '@kitewright/core/parse'
import { findInYaml, pathInYaml, yamlPlace } from '../locate/find-in-yaml.ts'
import { mendYaml } from '../mend/mend-yaml.ts'
import { locateDiagnostics } from '../report/locate-diagnostics.ts'
import { sortByPlace } from '../report/sort-by-place.ts'
import { checkDraft } from './check-draft.ts'
import type { CompiledFile, FileCompilation, FileOptions } from './compiled-file.ts'
import { readYaml } from './read-yaml.ts'

/** Reads YAML or JSON as the agent does, and checks it with the rules for TypeScript. Each document is a pipeline. */
export async function compileYaml(text: string, file: string, options: FileOptions): Promise<CompiledFile> {
  const { pipelines, diagnostics } = readYaml(text, file, options)
  const compilations: FileCompilation[] = []
  const found = [diagnostics]
  for (const pipeline of pipelines) {
    const compilation = await compileDocument(pipeline, file, text, options)
    compilations.push(compilation)
    found.push(await compilation.locate(compilation.diagnostics))
  }
  return { compilations, diagnostics: sortByPlace(found.flat()) }
}

async function compileDocument(
  parsed: ParsedPipeline,
  file: string,
  text: string,
  options: FileOptions,
): Promise<FileCompilation> {
  const { definition, paths } = defineParsed(parsed)
  const drafted = draft(definition)
  const { graph } = drafted
  const diagnostics = await checkDraft(drafted, { ...options, language: 'yaml' })
  const pathIn = pathInYaml(parsed, graph, paths)
  const find = findInYaml(parsed, pathIn, text)
  const nodes = new Map(graph.nodes.map((node) => [node.trace, node]))
  return {
    graph,
    wire: wireParsed(parsed),
    diagnostics: diagnostics.filter((found) => !isAboutTypeScript(found)),
    locate: async (about) =>
      locateDiagnostics(
        about,
        ({ path, origin }) => yamlPlace(find(path ?? pathOf(origin, nodes), origin?.target, origin?.span), file, text),
        (mend) => mendYaml(mend, { parsed, pathIn, file, text }),
      ),
  }
}

/** Where a value of a diagnostic stands in the pipeline: each step has a call of its own. */
function pathOf(origin: Diagnostic['origin'], nodes: ReadonlyMap<Trace | undefined, Node>): Diagnostic['path'] {
  const node = nodes.get(origin?.trace)
  return [...(node?.path ?? []), ...(origin?.path ?? [])]
}
