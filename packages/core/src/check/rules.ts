import type { Rule } from './rule.ts'
import { interpolatedPlace } from './rules/interpolated-place.ts'
import { uploadLookAlike } from './rules/upload-look-alike.ts'

/** Every rule. Adding one touches its file, its catalogue entry and this list. */
export const rules: readonly Rule[] = [interpolatedPlace, uploadLookAlike]
