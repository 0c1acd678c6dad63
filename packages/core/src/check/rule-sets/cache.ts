import type { Rule } from '../rule.ts'
import { cacheName } from '../rules/cache-name.ts'
import { cacheSize } from '../rules/cache-size.ts'

/** Cache volumes. */
export const rules: readonly Rule[] = [cacheName, cacheSize]
