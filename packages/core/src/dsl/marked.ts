import { branded } from '../model/brand.ts'
import type { Step } from '../model/step.ts'
import { type StepBrand, stepBrand } from '../model/step-brand.ts'

/** The same step with what only its maker knows of it. No author sees it, and nothing of it is sent. */
export function marked<Marked extends Step>(step: Marked, marks: Pick<StepBrand, 'isDeploy'>): Marked {
  return branded({ ...step }, stepBrand, { ...step[stepBrand], ...marks })
}
