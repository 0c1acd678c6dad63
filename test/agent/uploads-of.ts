import { parsePipeline, withoutIfChanged } from '@kitewright/core/parse'

/** What is expected of a document: whether the agent refuses it, and what it uploads. */
export function uploadsOf(text: string): { readonly failed: boolean; readonly uploads: readonly unknown[] } {
  const { pipelines, problems } = parsePipeline(text)
  return {
    failed: text === '' || problems.some(({ severity }) => severity === 'error'),
    uploads: pipelines.map(({ canonical, steps }) => withoutIfChanged(canonical, steps)),
  }
}
