/** Properties by name. */
export type Properties = { readonly [name: string]: Shape }

/** The part of JSON Schema that `generated/shapes.ts` holds, without texts. */
export interface Shape {
  /** Name of another shape that this one is. */
  readonly ref?: string
  /** Text that stands for another type, filled in by the uploading agent. */
  readonly marker?: true
  /** A step, which is held against its own kind's shape. */
  readonly step?: true
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly properties?: Properties
  readonly required?: readonly string[]
  /** Required of authors, unless the property named is given. */
  readonly authorRequired?: readonly string[]
  readonly unless?: string
  /** The property that this one is another spelling of. */
  readonly aliasOf?: string
  /** How a value is written, as TypeScript. */
  readonly example?: string
  /** Understood, but not named among what is expected. */
  readonly yamlOnly?: true
  readonly additionalProperties?: boolean | Shape
  readonly pattern?: string
  /** What the names of an open object must look like. */
  readonly namePattern?: string
  readonly notPattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly maxProperties?: number
}
