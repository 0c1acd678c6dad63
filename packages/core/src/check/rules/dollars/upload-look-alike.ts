import { dollarTexts } from '../../../attributes/places.ts'
import type { Rule } from '../../rule.ts'

/** What YAML written by hand uses for the uploading agent: `${BUILDKITE_…}` and an escaped `$$`. */
const lookAlike = /\$\$|\$\{BUILDKITE_[A-Z_]+[^}]*\}/

/** Literal text that means something else when it is pasted from YAML (docs/concepts.md, "Text is literal"). */
export const uploadLookAlike: Rule = {
  code: 'KW4002',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, value } of dollarTexts(graph)) {
      const [found] = lookAlike.exec(value) ?? []
      if (found === undefined) continue
      const escaped = found === '$$'
      yield {
        node,
        path,
        message: escaped
          ? 'text holds "$$", which arrives as two dollar signs'
          : `text holds "${found}", which the uploading agent will not fill in`,
        why: escaped
          ? 'in YAML, "$$" stands for one "$"; here text is literal'
          : 'in YAML, the agent fills it in at upload; here text is literal, and only a shell that runs the text sees the variable',
        hint: escaped ? 'write a single "$"' : "write interpolated('…') if the value at upload time is meant",
      }
    }
  },
}
