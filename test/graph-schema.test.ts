import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readBuildContext } from '@kitewright/core'
import { graphJson } from '@kitewright/core/graph'
import { stepKinds } from '@kitewright/schema'
import { Ajv } from 'ajv'
import type { Pipeline } from 'kitewright'
import { type GraphJson, graphOf } from 'kitewright/graph'
import { describe, expect, test } from 'vitest'
import { compileFile } from '../packages/kitewright/src/pipeline/compile-file.ts'
import type { Files } from '../packages/kitewright/src/world/world.ts'
import { describeCorpus } from './corpus/corpus.ts'
import { root } from './source-files.ts'

const schema = JSON.parse(readFileSync(join(root, 'schemas/graph.schema.json'), 'utf8')) as object
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)

/** What is wrong with a graph: with its form, with JSON, or with the ids that it names. */
function faults(graph: GraphJson): readonly unknown[] {
  const ids = new Set(graph.nodes.map(({ id }) => id))
  const named = graph.nodes.flatMap(({ group = [], steps = [], edges = [], waitsFor }) => [
    group,
    steps,
    edges.flatMap(({ to = [] }) => to),
    waitsFor.flatMap(({ step, insteadOf = [] }) => [step, insteadOf]),
  ])
  const unknown = named.flat(3).filter((id) => !ids.has(id))
  const isPlain = JSON.stringify(JSON.parse(JSON.stringify(graph))) === JSON.stringify(graph)
  return [
    ...(validate(graph) ? [] : (validate.errors ?? [])),
    ...unknown.map((id) => `no node ${id}`),
    ...(ids.size === graph.nodes.length ? [] : ['an id is there twice']),
    ...(isPlain ? [] : ['something of it is lost in JSON']),
  ]
}

test('the schema knows the kinds of step', () => {
  const { definitions } = schema as { definitions: { GraphNode: { properties: { kind: { enum: unknown } } } } }
  expect(definitions.GraphNode.properties.kind.enum).toEqual(stepKinds)
})

describe('the graph of every pipeline here is as the schema says', () => {
  const folders = ['', ...readdirSync(join(root, 'examples')).map((name) => join('examples', name))]

  test.each(folders.map((folder) => join(folder, '.buildkite/pipeline.ts')))('%s', async (file) => {
    const { default: pipeline } = (await import(pathToFileURL(join(root, file)).href)) as { default: Pipeline }
    const [graph, again] = [await graphOf(pipeline), await graphOf(pipeline)]
    expect(faults(graph)).toEqual([])
    expect(JSON.stringify(again)).toBe(JSON.stringify(graph))
    const other = await graphOf(pipeline, {
      build: { branch: 'feature/x', pull_request: { id: '7', draft: false, labels: [] } },
      changedFiles: [],
    })
    expect(faults(other)).toEqual([])
  })
})

const filesOf = (text: string): Files => ({ readText: () => text, kindOf: () => 'file', realPath: (path) => path })

describeCorpus('the graph of real pipelines', (corpus) => {
  const context = readBuildContext({ env: {}, changedFiles: () => undefined })

  test('is as the schema says', async () => {
    const found: unknown[] = []
    let count = 0
    for (const { name, text } of corpus) {
      const { compilations } = await compileFile(name, context, filesOf(text))
      for (const { graph, diagnostics } of compilations) {
        if (diagnostics.some(({ severity }) => severity === 'error')) continue
        count += 1
        found.push(...faults(graphJson(graph)).map((fault) => ({ name, fault })))
      }
    }
    expect(found).toEqual([])
    expect(count).toBeGreaterThan(300)
  })
})
