import type { Rule } from '../rule.ts'
import { dynamicKey } from '../rules/dynamic-key.ts'
import { interpolatedOwnEnv } from '../rules/interpolated-own-env.ts'
import { interpolatedPlace } from '../rules/interpolated-place.ts'
import { nothingToInterpolate } from '../rules/nothing-to-interpolate.ts'

/** What the uploading agent is to fill in. */
export const rules: readonly Rule[] = [interpolatedPlace, interpolatedOwnEnv, nothingToInterpolate, dynamicKey]
