import { emptyPreset } from './empty-preset.ts'
import { servicePreset } from './service-preset.ts'

/** What a new `.buildkite/` may start as. */
export interface Preset {
  readonly summary: string
  /** The text of `pipeline.ts`. */
  readonly pipeline: (service: string) => string
  /** Whether it is a delivery: the repository then gets its scripts, and what surrounds the service. */
  readonly isDelivery: boolean
}

/** The presets by the name that `--preset` takes; the first unless one is named. */
export const presets: Readonly<Record<string, Preset>> = {
  service: {
    summary: 'tests, an image, test, and after a click production',
    pipeline: servicePreset,
    isDelivery: true,
  },
  empty: {
    summary: 'a test and a deployment, to be replaced by yours',
    pipeline: () => emptyPreset,
    isDelivery: false,
  },
}
