import { places } from '../../../attributes/places.ts'
import type { Rule } from '../../rule.ts'

/** A container that is the machine itself: privileged, or with the engine's socket in its reach. */
export const unconfinedContainer: Rule = {
  code: 'KW6041',
  severity: 'warning',
  isOptional: true,
  *check(graph) {
    for (const { node, path, value } of places(graph)) {
      const what = unconfined(value, path.at(-1))
      if (what === undefined) continue
      yield {
        node,
        path,
        message: `${what} makes the container as mighty as the agent's machine`,
        why: 'whatever runs in it, the code of a pull request too, reaches all that the machine has',
        hint: 'build images with a builder that needs neither, or keep such steps to builds that nobody outside can start',
      }
    }
  },
}

function unconfined(value: unknown, name: string | number | undefined): string | undefined {
  if (name === 'privileged' && (value === true || value === 'true')) return 'privileged'
  if (typeof value !== 'string') return undefined
  if (/\bdocker\.sock\b/.test(value)) return "the socket of Docker's engine"
  return /(?:^|\s)--privileged(?:\s|=true|$)/m.test(value) ? '--privileged' : undefined
}
