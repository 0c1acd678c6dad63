import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stepKinds } from '@kitewright/schema'
import type { Pipeline } from 'kitewright'
import { graphOf } from 'kitewright/graph'
import { describe, expect, test } from 'vitest'
import { graphFaults } from './graph-faults.ts'
import { root, sourceFiles } from './source-files.ts'

test('the schema knows the kinds of step', () => {
  const schema = JSON.parse(readFileSync(join(root, 'schemas/graph.schema.json'), 'utf8')) as {
    definitions: { GraphNode: { properties: { kind: { enum: unknown } } } }
  }
  expect(schema.definitions.GraphNode.properties.kind.enum).toEqual(stepKinds)
})

describe('the graph of every pipeline here is as the schema says', () => {
  const files = sourceFiles('examples').filter((file) => file.endsWith('.buildkite/pipeline.ts'))
  const pullRequest = { id: '7', draft: false, labels: [] }

  test.each(['.buildkite/pipeline.ts', ...files])('%s', async (file) => {
    const { default: pipeline } = (await import(pathToFileURL(join(root, file)).href)) as { default: Pipeline }
    const graph = await graphOf(pipeline)
    expect(graphFaults(graph)).toEqual([])
    expect(JSON.stringify(await graphOf(pipeline))).toBe(JSON.stringify(graph))
    const build = { branch: 'feature/x', pull_request: pullRequest }
    expect(graphFaults(await graphOf(pipeline, { build, changedFiles: [] }))).toEqual([])
  })
})
