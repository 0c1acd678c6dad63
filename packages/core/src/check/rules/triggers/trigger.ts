import type { Path } from '@kitewright/schema'
import { asMap } from '../../../attributes/read-value.ts'
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
      message: `"${trigger}" is no slug of a pipeline`,
      why: 'a pipeline is triggered by its slug, as it stands in its address: small letters, digits and hyphens',
      hint: `write "${slug(trigger.split('/').at(-1) ?? '')}", if that is its slug`,
    }
  },
})

/** What a shell would run, in the build of a trigger: no shell reads it. */
export const triggerSubstitution: Rule = attributeRule({
  code: 'KW3308',
  severity: 'warning',
  kinds: ['trigger'],
  *find({ build }) {
    const { env, meta_data, ...rest } = asMap(build)
    const texts: readonly (readonly [Path, unknown])[] = [
      ...Object.entries(rest).map(([name, value]) => [[name], value] as const),
      ...Object.entries(asMap(env)).map(([name, value]) => [['env', name], value] as const),
      ...Object.entries(asMap(meta_data)).map(([name, value]) => [['meta_data', name], value] as const),
    ]
    for (const [path, value] of texts) {
      const [found] = (typeof value === 'string' && /\$\([^)]*\)/.exec(value)) || []
      if (found === undefined || !/[a-z]/.test(found)) continue
      yield {
        path: ['build', ...path],
        message: `no shell runs "${found}" here`,
        why: 'a trigger has no job: Buildkite makes the build with this text as it is',
        hint: 'run it in a command step that uploads this trigger with the value in its place',
      }
    }
  },
})
