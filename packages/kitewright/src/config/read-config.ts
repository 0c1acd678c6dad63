import { matchesCode, suggest } from '@kitewright/core'
import { ruleCodes } from '@kitewright/core/check'
import * as z from 'zod/mini'
import { readCatalogue } from '../catalogue/read-catalogue.ts'
import { type JsonText, readJson } from '../locate/read-json.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { Files } from '../world/world.ts'
import type { Config } from './config.ts'
import { configShape } from './config-shape.ts'
import { repositoryCodes } from './repository-codes.ts'

/** A configuration, or what is wrong with it: then none of it holds. */
export type ReadConfig =
  | { readonly config: Config; readonly diagnostics: readonly [] }
  | { readonly config?: undefined; readonly diagnostics: readonly LocatedDiagnostic[] }

/** Something wrong at a path, or with the name that the path ends in. */
interface Mistake {
  readonly path: readonly (string | number)[]
  readonly isName?: boolean
  readonly says: string
}

/** Reads a configuration. Nothing is thrown: what is wrong is told at its line. */
export function readConfig(file: string, { readText }: Pick<Files, 'readText'>): ReadConfig {
  const json = readJson(file, readText(file) ?? '')
  if ('fault' in json) return { diagnostics: [diagnostic(json.fault.message, json.fault.place)] }
  const { data, error } = z.safeParse(configShape, json.value)
  const mistakes = error === undefined ? [...unknownCodes(data)] : error.issues.flatMap(mistakesOf)
  if (data !== undefined && mistakes.length === 0) return { config: data, diagnostics: [] }
  return { diagnostics: mistakes.map((mistake) => diagnose(mistake, json)) }
}

function diagnose({ path, isName, says }: Mistake, json: JsonText): LocatedDiagnostic {
  return diagnostic(
    `${path.length === 0 ? 'the configuration' : `"${path.join('.')}"`} ${says}`,
    json.placeOf(path, isName),
  )
}

function diagnostic(message: string, location: LocatedDiagnostic['location']): LocatedDiagnostic {
  return {
    code: 'KW5091',
    severity: 'error',
    message,
    path: [],
    why: 'while it is wrong, none of it holds',
    hint: 'name its schema, and an editor completes it: "$schema": "./node_modules/kitewright/schemas/config.schema.json"',
    location,
    related: [],
  }
}

type Issue = z.core.$ZodIssue

function mistakesOf(issue: Issue): readonly Mistake[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol')
  if (issue.code !== 'unrecognized_keys') {
    return [{ path, says: issue.code === 'too_small' ? 'wants the reason, in a text' : issue.message }]
  }
  return issue.keys.map((key) => {
    const meant = suggest(key, Object.keys(settingsAt(path)))
    const says = `is not a setting${meant === undefined ? '' : `; did you mean "${meant}"?`}`
    return { path: [...path, key], isName: true, says }
  })
}

/** The settings that may stand at a path: of the file, or of one of its builds. */
function settingsAt(path: Mistake['path']): object {
  return path.length === 0 ? configShape.shape : configShape.shape.contexts.def.innerType.def.element.shape
}

function* unknownCodes({ raise = [], also = [], allow = {} }: Config): Iterable<Mistake> {
  const known = [...readCatalogue().keys()]
  for (const [name, beginnings] of Object.entries({ raise, also })) {
    for (const [index, beginning] of beginnings.entries()) {
      if (beginning === '' || !known.some((code) => matchesCode(code, [beginning])))
        yield { path: [name, index], says: `is "${beginning}", which no code begins with` }
    }
  }
  for (const code of Object.keys(allow)) {
    if (ruleCodes.has(code) || repositoryCodes.has(code)) continue
    const says = known.includes(code)
      ? 'cannot be permitted: Buildkite refuses it, or kitewright'
      : 'is not a diagnostic'
    yield { path: ['allow', code], isName: true, says }
  }
}
