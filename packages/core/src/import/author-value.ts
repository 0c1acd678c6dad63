import { interpolatedKey, interpolatedText, isInterpolated, type Path } from '@kitewright/schema'
import { parseExpression } from '../agent/interpolation/parse-expression.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { agentInterpolates } from '../agent/places.ts'
import type { Owner } from '../agent/places.ts'
import { isJsonObject } from '../agent/json.ts'
import type { Json } from '../agent/json.ts'

/** JSON with each text that the agent interpolates turned into an author's value. */
export function authorValue(json: Json, owner: Owner, path: Path, text: (text: string) => unknown): unknown {
  if (typeof json === 'string') return agentInterpolates(owner, path) ? text(json) : json
  if (Array.isArray(json)) return json.map((item, index) => authorValue(item, owner, [...path, index], text))
  if (!isJsonObject(json)) return json
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      const inside = [...path, key]
      const name = agentInterpolates(owner, inside) ? text(key) : key
      return [
        isInterpolated(name) ? interpolatedKey(name[interpolatedText]) : String(name),
        authorValue(value, owner, inside, text),
      ]
    }),
  )
}

/** `$$` as the literal text that it stands for, what the agent fills in as an expression. */
export function authorText(text: string): unknown {
  if (!text.includes('$')) return text
  const parsed = parseExpression(text)
  const isLiteral = Array.isArray(parsed) && parsed.every((part) => typeof part === 'string')
  return isLiteral ? parsed.join('') : interpolated(text)
}

/** Every text with a `$` as an expression, which is printed as it is. */
export function agentText(text: string): unknown {
  return text.includes('$') ? interpolated(text) : text
}
