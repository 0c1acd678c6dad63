import { format } from 'prettier'
import * as z from 'zod/mini'
import { configShape } from '../../packages/kitewright/src/config/config-shape.ts'
import { codesFile } from './codes.ts'
import { deriveTypes } from './derive-types.ts'
import { fitsFunctions } from './fits.ts'
import type { Sources } from './read-sources.ts'
import { type SchemaNode, kindDefinitions } from './schema-node.ts'
import { shapes } from './shapes.ts'
import { attributeAliases, attributeNames, fieldOrder, literalPlaces } from './tables.ts'
import { writeTypes } from './write-types.ts'

const kinds = Object.keys(kindDefinitions).filter((kind) => kind !== 'pipeline')

/** The generated files, by their path from the repository's root. */
export async function generate({ pipeline, graph, catalogue }: Sources): Promise<ReadonlyMap<string, string>> {
  const schema = 'packages/schema/src/generated'
  return new Map([
    ...(await written(schema, 'schemas/pipeline.schema.json', await pipelineFiles(pipeline))),
    ...(await written(schema, 'schemas/graph.schema.json', [['graph', await graphTypes(graph)]])),
    ...(await written('packages/core/src/model/generated', 'packages/kitewright/catalogue/KW*.md', [
      ['codes', codesFile(catalogue)],
    ])),
    ['schemas/config.schema.json', await configSchema()],
  ])
}

type Files = readonly (readonly [name: string, text: string])[]

/** The files of a folder, made of one source. */
async function written(folder: string, source: string, files: Files): Promise<Files> {
  const banner = `// Written by \`pnpm codegen\` from ${source}. Edit that file instead.\n\n`
  return Promise.all(
    files.map(async ([name, text]) => [`${folder}/${name}.ts`, await inHouseStyle(banner + text)] as const),
  )
}

async function pipelineFiles(schema: SchemaNode): Promise<Files> {
  return [
    ['attributes', await attributes(schema)],
    ['step-kind', stepKind()],
    ['field-order', fieldOrderFile(schema)],
    ['attribute-names', attributeNamesFile(schema)],
    ['attribute-aliases', attributeAliasesFile(schema)],
    ['interpolated-places', interpolatedPlacesFile(schema)],
    ['shapes', shapesFile(schema)],
    ['fits', fitsFile(schema)],
  ]
}

function graphTypes(schema: SchemaNode): Promise<string> {
  return writeTypes(deriveTypes(schema, ['GraphJson'], (name) => name, false))
}

/** For editors; what is checked is the shape itself. */
function configSchema(): Promise<string> {
  const schema = z.toJSONSchema(configShape, { target: 'draft-7' })
  return format(JSON.stringify(schema), { parser: 'json', printWidth: 120 })
}

async function inHouseStyle(text: string): Promise<string> {
  const formatted = await format(text, { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120 })
  return formatted.replace(/(?<!\n)\n\/\*\*\n/g, '\n\n/**\n')
}

async function attributes(schema: SchemaNode): Promise<string> {
  const roots = Object.values(kindDefinitions)
  const types = deriveTypes(schema, roots, (name) =>
    roots.includes(name) ? name.replace(/Step$/, '') + 'Attributes' : name,
  )
  return `import type { Interpolated } from '../interpolated.ts'\n\n${await writeTypes(types)}`
}

function stepKind(): string {
  return `/** The kinds of step. */
export type StepKind = ${kinds.map((kind) => `'${kind}'`).join(' | ')}

/** The kinds of step, in the order in which the documentation names them. */
export const stepKinds: readonly StepKind[] = ${JSON.stringify(kinds)}
`
}

function fieldOrderFile(schema: SchemaNode): string {
  return `import type { StepKind } from './step-kind.ts'

/** Attributes in the order in which they are printed. */
export const fieldOrder: { readonly [kind in StepKind | 'pipeline']: readonly string[] } = ${JSON.stringify(fieldOrder(schema))}
`
}

function attributeNamesFile(schema: SchemaNode): string {
  return `import type { StepKind } from './step-kind.ts'

/** Every attribute that Buildkite understands, other spellings included. */
export const attributeNames: { readonly [kind in StepKind | 'pipeline']: readonly string[] } = ${JSON.stringify(attributeNames(schema))}

`
}

function attributeAliasesFile(schema: SchemaNode): string {
  return `import type { StepKind } from './step-kind.ts'

/** Other spellings, each with the attribute that it stands for. Of several for one attribute, the first that is there counts. */
export const attributeAliases: { readonly [kind in StepKind | 'pipeline']: { readonly [alias: string]: string } } = ${JSON.stringify(attributeAliases(schema))}
`
}

function interpolatedPlacesFile(schema: SchemaNode): string {
  return `import type { StepKind } from './step-kind.ts'

/** A place whose text the agent leaves as it is when a pipeline is uploaded. */
export interface LiteralPlace {
  /** From the step or the pipeline; \`*\` is any index. Everything below belongs to the place. */
  readonly path: readonly string[]
  /** Keys below the path that are interpolated all the same. */
  readonly except?: readonly string[]
}

/** The places that the agent does not interpolate (docs/spec/upload.md §4.3, compared with agent 3.137). */
export const literalPlaces: { readonly [kind in StepKind | 'pipeline']: readonly LiteralPlace[] } = ${JSON.stringify(literalPlaces(schema))}
`
}

function shapesFile(schema: SchemaNode): string {
  return `import type { Shape } from '../validate/shape.ts'

/** What the validators hold steps and pipelines against: the kinds, then what they are made of. */
export const shapes: { readonly [name: string]: Shape } = ${JSON.stringify(shapes(schema))}
`
}

function fitsFile(schema: SchemaNode): string {
  return `import { isInterpolated } from '../interpolated.ts'
import type { PlainMap } from '../plain-map.ts'
import { isListOf, isMap, isMapOf, isText, isWhole } from '../validate/plain.ts'
import type { StepKind } from './step-kind.ts'

${fitsFunctions(shapes(schema))}`
}
