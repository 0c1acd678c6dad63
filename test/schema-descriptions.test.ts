import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type SchemaNode, kindDefinitions, resolve } from '../scripts/codegen/schema-node.ts'
import { describeShared, publishedSchema } from './shared.ts'
import { root } from './source-files.ts'

const schema = JSON.parse(readFileSync(join(root, 'schemas/pipeline.schema.json'), 'utf8')) as SchemaNode

/** Every property of an object that is a type of its own, with the words that explain it. */
const described = Object.entries(schema.definitions ?? {})
  .filter(([name]) => /^[A-Z]/.test(name))
  .flatMap(([definition, { properties = {} }]) =>
    Object.entries(properties).map(([name, property]) => ({
      definition,
      name: `${definition}.${name}`,
      text: property.description ?? resolve(schema, property).description ?? '',
    })),
  )

test('every property is explained in a sentence', () => {
  expect(described.filter(({ text }) => !/^[A-Z`].{10,}[.)]$/.test(text)).map(({ name }) => name)).toEqual([])
  expect(described.length).toBeGreaterThan(200)
})

test("every attribute of a step or a pipeline names the page of Buildkite's documentation", () => {
  const kinds = new Set(Object.values(kindDefinitions))
  const attributes = described.filter(({ definition }) => kinds.has(definition))
  expect(
    attributes
      .filter(({ text }) => !/ \[[A-Z][a-zA-Z ]+\]\(https:\/\/buildkite\.com\/docs\/[\w/-]+\)$/.test(text))
      .map(({ name }) => name),
  ).toEqual([])
})

describeShared('the published schema', publishedSchema, (published) => {
  test('has other words than ours', () => {
    const theirs = new Set<unknown>()
    JSON.parse(readFileSync(published, 'utf8'), (name, value: unknown) => {
      if (name === 'description') theirs.add(value)
      return value
    })
    expect(described.filter(({ text }) => theirs.has(text.replace(/ \[[^\]]+\]\(https:.*/, '')))).toEqual([])
  })
})
