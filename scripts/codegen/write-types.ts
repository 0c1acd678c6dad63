import { compile } from 'json-schema-to-typescript'
import { makeReadonly } from './make-readonly.ts'
import type { TypeNode } from './derive-types.ts'

/** TypeScript for the types given, in their order, by json-schema-to-typescript. */
export async function writeTypes(types: { readonly [name: string]: TypeNode }): Promise<string> {
  const root = { definitions: types, type: 'object', additionalProperties: false }
  const text = await compile(root as never, 'Root', {
    bannerComment: '',
    format: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
  })
  return makeReadonly(withoutRoot(text))
}

/** Without the root, which only carries the definitions, and without the remarks that name it. */
function withoutRoot(text: string): string {
  return text
    .replace(/export interface Root \{\s*\}\s*/, '')
    .replace(/(?:^\s*\*\s*\n)?^.*This (?:interface|type) was referenced by `Root`.*\n.*via the `definition`.*\n/gm, '')
    .replaceAll('[k: string]', '[name: string]')
}
