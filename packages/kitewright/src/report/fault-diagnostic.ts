import { version } from '../version.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'

/** A fault of ours, with what a report of it needs. */
export function faultDiagnostic(shown: string): LocatedDiagnostic {
  return {
    code: 'KW9003',
    severity: 'error',
    message: `kitewright ${version} failed: ${shown}`,
    path: [],
    why: 'this is a fault of kitewright, not of your pipeline',
    hint: 'report it with this line; KITEWRIGHT_DEBUG=1 shows where it happened',
    related: [],
  }
}
