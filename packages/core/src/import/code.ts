/** TypeScript as a tree of the few forms that an imported pipeline needs. */
export type Code =
  | { readonly form: 'literal'; readonly value: string | number | boolean | null }
  /** A text of several lines, in the `script` tag. */
  | { readonly form: 'script'; readonly parts: readonly (string | Code)[] }
  | { readonly form: 'name'; readonly name: string }
  | { readonly form: 'list'; readonly items: readonly ListItem[] }
  | { readonly form: 'object'; readonly entries: readonly Entry[] }
  | { readonly form: 'call'; readonly callee: Callee; readonly args: readonly Code[] }
  | { readonly form: 'as'; readonly code: Code; readonly type: 'const' | 'never' }
  | { readonly form: 'template'; readonly parts: readonly (string | Code)[] }
  | Loop
  | MakeStep
  | Call

/** The functions of kitewright that imported code calls. */
export type Callee =
  'block' | 'command' | 'externalStep' | 'group' | 'input' | 'interpolated' | 'plugin' | 'trigger' | 'wait'

/** `...[row, row].map((parameters) => body)`, an item of a list. */
export interface Loop {
  readonly form: 'loop'
  readonly parameters: readonly Named[]
  /** What each parameter is in each round. */
  readonly rows: readonly { readonly values: readonly Code[]; readonly comment?: string | undefined }[]
  readonly body: Code
}

/** `(name: string, key: string) => body` */
export interface MakeStep {
  readonly form: 'function'
  readonly parameters: readonly Parameter[]
  readonly body: Code
}

export interface Parameter extends Named {
  readonly type: string
  readonly isOptional?: boolean
  /** Whether it holds further attributes of the step. */
  readonly isMore?: boolean
  /** The name of kitewright's that the type takes. */
  readonly imports?: string
}

/** A call of such a function by the name of its const. */
export interface Call {
  readonly form: 'apply'
  readonly name: string
  /** The function's parameters. The last has no value where a step says no more. */
  readonly parameters: readonly Parameter[]
  readonly values: readonly Code[]
}

/** What gets its name when the program is whole. Until then, and in every `name` that means it, it goes by a mark. */
export interface Named {
  readonly name: string
  /** The texts that it can be named after, the best first. */
  readonly texts: readonly (string | undefined)[]
  /** Its name without such a text. */
  readonly noun: string
}

export interface ListItem {
  readonly code: Code
  /** Lines of a comment above it. */
  readonly comment?: string | undefined
}

/** One entry of an object: a property, a property named by an expression of the agent, or a spread object. */
export type Entry = { readonly comment?: string | undefined } & (
  | { readonly key: string; readonly value: Code }
  | { readonly expression: string; readonly value: Code }
  | { readonly spread: Code }
)

/** `const name = code` */
export interface Statement extends Named {
  readonly code: Code
  readonly comment?: string | undefined
}

export interface Program {
  readonly comment?: string | undefined
  readonly statements: readonly Statement[]
  /** What `definePipeline` is given. */
  readonly pipeline: Code
  /** Whether a function returns it, as it has to where nothing is to run. */
  readonly isComputed: boolean
  readonly pipelineComment?: string | undefined
}

export const literal = (value: string | number | boolean | null): Code => ({ form: 'literal', value })

export const name = (constName: string): Code => ({ form: 'name', name: constName })

export const list = (items: readonly Code[]): Code => ({ form: 'list', items: items.map((code) => ({ code })) })

export const object = (entries: readonly Entry[]): Code => ({ form: 'object', entries })

export const call = (callee: Callee, ...args: readonly Code[]): Code => ({ form: 'call', callee, args })
