import { emptyPreset } from './empty-preset.ts'

/** What a new `pipeline.ts` may start as, by the name that `--preset` takes; the first unless one is named. */
export const presets: Readonly<Record<string, { readonly summary: string; readonly pipeline: string }>> = {
  empty: { summary: 'a test and a deployment, to be replaced by yours', pipeline: emptyPreset },
}
