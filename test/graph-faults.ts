import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import type { GraphJson } from 'kitewright/graph'
import { root } from './source-files.ts'

const schema = JSON.parse(readFileSync(join(root, 'schemas/graph.schema.json'), 'utf8')) as object
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)

/** What is wrong with a graph: with its form, with the ids that it names, or with JSON. */
export function graphFaults(graph: GraphJson): readonly unknown[] {
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
