import { dollarTexts } from '../../../attributes/places.ts'
import { slug } from '../../../model/slug.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** A trigger that names no pipeline: slugs are of small letters, digits and hyphens (docs/spec/pipeline.md §5.9). */
export const triggerSlug: Rule = attributeRule({
  code: 'KW3306',
  severity: 'warning',
  kinds: ['trigger'],
  *find({ trigger }) {
    if (typeof trigger !== 'string' || /^[a-z0-9-]*$/.test(trigger) || /[${]/.test(trigger)) return
    yield {
      path: ['trigger'],
      message: `"${trigger}" is not the slug of a pipeline`,
      why: 'a pipeline is triggered by its slug, as it stands in its address: small letters, digits and hyphens',
      hint: `write "${slug(trigger.split('/').at(-1) ?? '')}", if that is its slug`,
    }
  },
})

/** What a shell would run, in the build of a trigger: no shell reads it. */
export const triggerSubstitution: Rule = {
  code: 'KW3308',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, value } of dollarTexts(graph)) {
      if (node?.kind !== 'trigger' || path[0] !== 'build') continue
      const [found] = /\$\([^)]*\)/.exec(value) ?? []
      if (found === undefined || !/[a-z]/.test(found)) continue
      yield {
        node,
        path,
        message: `no shell runs "${found}" here`,
        why: 'a trigger has no job: Buildkite makes the build with this text as it is',
        hint: 'run it in a command step that uploads this trigger with the value in its place',
      }
    }
  },
}
