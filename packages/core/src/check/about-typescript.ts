import { emptyPipeline } from './rules/structure/empty-pipeline.ts'
import { escapedDollar } from './rules/dollars/literal-dollar.ts'
import { inexactNumber } from './unsendable-diagnostics.ts'
import type { Diagnostic } from '../model/diagnostic.ts'

/**
 * Whether a diagnostic is about what goes wrong only in TypeScript: literal text that looks like an expression (in YAML
 * the usual thing), no steps (who reads YAML reports it), integers that only JavaScript rounds.
 */
export function isAboutTypeScript({ code }: Diagnostic): boolean {
  return code === emptyPipeline.code || code === escapedDollar.code || code === inexactNumber.code
}
