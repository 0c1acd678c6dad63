import { looksLikeDeploy } from '../../../attributes/deploys.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import { stepName } from '../../../model/step-name.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** What is shipped, made with a cache volume that builds of pull requests write too (docs/spec/pipeline.md §5.6). */
export const releaseCache: Rule = attributeRule({
  code: 'KW6040',
  severity: 'warning',
  isOptional: true,
  kinds: ['command'],
  *find({ cache }, node) {
    if (!isGiven(cache) || !looksLikeDeploy(node)) return
    yield {
      path: ['cache'],
      message: `${stepName(node.step)} reads a cache volume that other builds write`,
      why: 'a volume belongs to the pipeline: what a pull request leaves in it, the next release takes for its own',
      hint: 'ship without a cache volume, or give it a name that only releases use',
    }
  },
})
