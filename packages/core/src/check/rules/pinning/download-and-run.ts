import { isShell } from '../../../shell/shell-text.ts'
import type { Rule } from '../../rule.ts'
import { shellPlaces } from '../outsiders/shell-places.ts'

/** A script that is run as it comes from the network. */
export const downloadAndRun: Rule = {
  code: 'KW6010',
  severity: 'warning',
  isOptional: true,
  needsShell: true,
  *check(graph, { readShell }) {
    for (const { node, path, commands, spanOf } of shellPlaces(graph, readShell, /\b(?:curl|wget)\b/)) {
      for (const { words, feeds, ...place } of commands) {
        if (!/^(?:.*\/)?(?:curl|wget)$/.test(words[0] ?? '') || !feeds?.some(isProgram)) continue
        yield {
          node,
          path,
          span: spanOf(place),
          message: 'what is downloaded is run at once',
          why: 'whoever controls that address, or the way there, runs what they like on the agent',
          hint: 'keep it in the repository, or save it, compare its sha256sum with one that is written here, and run it then',
        }
      }
    }
  },
}

function isProgram(word: string): boolean {
  return isShell(word) || /^(?:.*\/)?(?:python\d?|node|ruby|perl)$/.test(word)
}
