/** Plain JSON data. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/** An object from entries, `__proto__` being a key like any other. */
export const jsonObject = (entries: Iterable<readonly [string, Json]>): JsonObject =>
  Object.freeze(Object.fromEntries(entries))

export const isJsonObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
