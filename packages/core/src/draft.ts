import type { Draft } from './check/check.ts'
import type { Definition } from './model/definition.ts'
import { resolve } from './resolve/resolve.ts'
import { wire } from './wire/wire.ts'

/** definition → graph → wire, unchecked: `compile` is this and `check`. */
export function draft(definition: Definition): Draft {
  const { graph, problems } = resolve(definition)
  return { graph, wire: wire(graph), problems }
}
