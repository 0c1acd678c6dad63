declare global {
  /**
   * The keys of a repository's steps, each a property: an editor completes them where a step is asked for. A declaration adds
   * them, as `kitewright simulate --format types` prints it.
   */
  interface KitewrightStepKeys {}
}

/** The key of a step. Those that are declared complete; any other is as good, and fails where no step has it. */
export type StepKey = keyof KitewrightStepKeys | (string & Record<never, never>)

/** Something for each of some steps, by their keys. */
export type ByStep<Value> = Readonly<Record<string, Value>> & { readonly [Key in keyof KitewrightStepKeys]?: Value }
