import type * as z from 'zod/mini'
import type { configShape } from './config-shape.ts'

/** What a team has decided once, for every command that checks: `kitewright.config.json`. */
export type Config = Readonly<z.infer<typeof configShape>>

/** One more build that is looked at. */
export type ConfiguredBuild = NonNullable<Config['contexts']>[number]
