import { escapeSpecial } from './escape-special.ts'

/**
 * Writes JSON that the agent, which takes it for YAML, reads as meant (docs/spec/text.md §3).
 *
 * @param indent Blanks for each level; 0 writes one line.
 */
export function writeJson(pipeline: object, indent: number): string {
  return `${escapeSpecial(JSON.stringify(pipeline, null, indent))}\n`
}
