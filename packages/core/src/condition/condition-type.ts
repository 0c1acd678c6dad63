import type { VariableType } from './variables.ts'

/** What an expression yields, as far as it is known before any build; `unknown` where a mistake was reported already. */
export type ConditionType =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'strings' | 'regex' | 'null' | 'unknown' }
  | { readonly kind: 'enumeration'; readonly members: readonly string[] }

export function typeOfVariable(type: VariableType): ConditionType {
  return typeof type === 'string' ? { kind: type } : { kind: 'enumeration', members: type }
}

const descriptions: Readonly<Record<ConditionType['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  strings: 'a list of strings',
  regex: 'a regular expression',
  null: 'null',
  unknown: 'unknown',
  enumeration: 'one of a fixed list of words',
}

export function typeName(type: ConditionType): string {
  return descriptions[type.kind]
}
