import { matchGlob } from '../../../agent/glob/match-glob.ts'
import { type ArtifactUse, downloadedArtifacts, uploadedArtifacts } from '../../../attributes/artifacts.ts'
import { asListOfAny } from '../../../attributes/read-value.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { awaitedSteps, mostAsked } from '../../../order/awaited-steps.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** An artifact that is downloaded by a step that does not wait for the step that makes it. */
export const artifactTooEarly: Rule = {
  code: 'KW3302',
  severity: 'warning',
  *check(graph) {
    const uploads = [...uploadedArtifacts(graph)]
    if (uploads.length === 0) return
    for (const download of [...downloadedArtifacts(graph)].slice(0, mostAsked)) {
      const maker = missedMaker(download, uploads, graph)
      if (!maker) continue
      yield {
        node: download.node,
        path: download.path,
        message: `"${download.files}" is downloaded without waiting for ${maker.label}, which uploads it`,
        why: 'both steps may run at the same time, and then there is nothing to download',
        hint: {
          typescript: 'name that step in depends_on',
          yaml: 'name that step in depends_on, or put a wait between',
        },
        related: [{ message: 'uploaded here', origin: { trace: maker.trace, path: [] } }],
      }
    }
  },
}

/** A step that makes what is downloaded, if the downloading step waits for none that does. */
function missedMaker(download: ArtifactUse, uploads: readonly ArtifactUse[], graph: Graph): Node | undefined {
  if (download.files.includes('$')) return undefined
  const makers = uploads
    .filter(({ node, files }) => isSame(files, download.files) && (download.step ?? node.key) === node.key)
    .map(({ node }) => node)
  const [first] = makers
  if (first === undefined || makers.includes(download.node)) return undefined
  const awaited = awaitedSteps(graph, download.node)
  return makers.some(({ index }) => awaited.has(index)) ? undefined : first
}

/** Whether two paths or patterns are about the same file. */
function isSame(uploaded: string, downloaded: string): boolean {
  if (uploaded === downloaded) return true
  return matchGlob(uploaded, downloaded) === true || matchGlob(downloaded, uploaded) === true
}

/** Paths of artifacts that are separated by commas (docs/spec/pipeline.md §5.1). */
export const artifactSeparator: Rule = attributeRule({
  code: 'KW3303',
  severity: 'warning',
  kinds: ['command'],
  *find({ artifact_paths }) {
    for (const [index, paths] of asListOfAny(artifact_paths).entries()) {
      // In braces a comma is part of the pattern.
      if (typeof paths !== 'string' || !/,/.test(paths.replace(/\{[^{}]*\}/g, ''))) continue
      yield {
        path: ['artifact_paths', ...(Array.isArray(artifact_paths) ? [index] : [])],
        message: `artifact paths hold a comma: "${paths}"`,
        why: 'paths are separated by semicolons; a comma is part of a name',
        hint: 'write a list of paths',
      }
    }
  },
})
