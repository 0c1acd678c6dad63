import type { Diagnostic } from '../model/diagnostic.ts'
import { modelVersion } from '../model/brand.ts'

/** A step or a pipeline that another version of kitewright made, and this one cannot read. What to do depends on which. */
export function otherVersion(what: string, version: number): Pick<Diagnostic, 'code' | 'message' | 'why'> {
  return {
    code: 'KW1014',
    message: `${what} was made by another version of kitewright that does not fit this one`,
    why: `its values have shape ${version}, this version reads shape ${modelVersion}`,
  }
}
