import type {
  BlockAttributes,
  CommandAttributes,
  GroupAttributes,
  InputAttributes,
  TriggerAttributes,
  WaitAttributes,
} from '@kitewright/schema'
import type { Field } from './answer.ts'
import type { Dependencies } from './dependency.ts'
import type { Permissions } from './generated/codes.ts'
import type { Nothing } from './nothing.ts'
import type { AnyPipeline } from './pipeline-brand.ts'
import type { PluginEntry } from './plugin.ts'
import type { AnyStep, StepBrand, stepBrand } from './step-brand.ts'

/** What every kind of step takes besides its own attributes. */
export interface StepOptions {
  /**
   * What must have finished before this step starts: step values, keys, or a list of both. `false`, `null`,
   * `undefined` and `''` vanish; an empty list written as `[]` means "depends on nothing, start at once".
   * @example depends_on: [unit, build.isTrusted() && image]
   */
  readonly depends_on?: Dependencies | undefined
  /**
   * Attributes that this version does not know, or not in this form. They come out as written, win over the typed ones, and
   * are understood like them: only their types are not checked.
   */
  readonly raw?: { readonly [attribute: string]: unknown } | undefined
  /** Diagnostics permitted for this step, each with the reason. */
  readonly allow?: Permissions | undefined
}

/** What `command` takes. */
export interface CommandOptions extends CommandAttributes, StepOptions {
  /** Plugins in the order in which their hooks run. */
  readonly plugins?: readonly PluginEntry[] | { readonly [ref: string]: unknown } | undefined
}
/** What `block` takes whose fields have these keys. */
interface BlockForm<Key extends string> extends BlockAttributes, StepOptions {
  readonly fields?: readonly Field<Key>[] | undefined
}
/** What `block` takes. Of an interface with a single base, compilers show the name of the base: so there are two. */
export interface BlockOptions extends BlockForm<string>, StepOptions {}
/** What `block` takes, so that editors show the keys only where there are fields. */
export type BlockOptionsOf<Key extends string> = [Key] extends [never] ? BlockOptions : BlockForm<Key>
/** What `input` takes whose fields have these keys. */
interface InputForm<Key extends string> extends InputAttributes, StepOptions {
  readonly fields?: readonly Field<Key>[] | undefined
}
/** What `input` takes; two bases as for `BlockOptions`. */
export interface InputOptions extends InputForm<string>, StepOptions {}
/** What `input` takes, so that editors show the keys only where there are fields. */
export type InputOptionsOf<Key extends string> = [Key] extends [never] ? InputOptions : InputForm<Key>
/** What `wait` takes. */
export interface WaitOptions extends WaitAttributes, StepOptions {}
/** What `trigger` takes. */
export interface TriggerOptions extends TriggerAttributes, StepOptions {}
/** What `group` takes. */
export interface GroupOptions extends GroupAttributes, StepOptions {
  /** The steps of the group, of every kind but group; nested lists and `false`, `null`, `undefined`, `''` vanish. */
  readonly steps: Steps
}

/** A step that runs commands on an agent. */
export interface CommandStep extends CommandOptions {
  readonly [stepBrand]: StepBrand<'command'>
}
/** A step that holds the build until a person continues it. */
export interface BlockStep extends BlockOptions {
  readonly [stepBrand]: StepBrand<'block'>
}
/** A step that asks a person for input without holding the other steps. */
export interface InputStep extends InputOptions {
  readonly [stepBrand]: StepBrand<'input'>
}
/** A barrier: the steps after it wait for all steps before it. */
export interface WaitStep extends WaitOptions {
  readonly [stepBrand]: StepBrand<'wait'>
}
/** A step that starts a build of another pipeline. */
export interface TriggerStep extends TriggerOptions {
  readonly [stepBrand]: StepBrand<'trigger'>
}
/** A named group of steps. */
export interface GroupStep extends GroupOptions {
  readonly [stepBrand]: StepBrand<'group'>
}

/** A step, as the constructors return it: a frozen plain object. */
export type Step = CommandStep | BlockStep | InputStep | WaitStep | TriggerStep | GroupStep

/**
 * A list of steps, nested as you like, in which `false`, `null`, `undefined` and `''` vanish. The steps of a pipeline in it
 * come in its place.
 */
export type Steps = readonly (AnyStep | AnyPipeline | Nothing | Steps)[]
