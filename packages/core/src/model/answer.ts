import type { Interpolated, SelectField, TextField } from '@kitewright/schema'

/** A field of a form, whose key is known to the compiler. */
export type Field<Key extends string = string> = (TextField | SelectField) & { readonly key: Key | Interpolated }

/** Where the answer to a field is kept, and how a job reads it. */
export interface Answer<Key extends string = string> {
  /** The meta-data key. */
  readonly key: Key
  /** The shell command that prints the answer; several values of a select field stand on a line each. */
  readonly command: string
  /** The values that may be answered; absent where any text may. */
  readonly values?: readonly string[] | undefined
}

/**
 * The answers to a form, by the keys of its fields: `release.fields.reason.command`.
 * Keys that lists have already, such as `length`, are not among them.
 */
export type Answers<Key extends string> = [Key] extends [never]
  ? unknown
  : {
      readonly fields: readonly Field[] & { readonly [Name in Exclude<Key, keyof (readonly unknown[])>]: Answer<Name> }
    }
