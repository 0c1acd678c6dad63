const LITERALS = /\/\*[\s\S]*?\*\/|\/\/.*|`(?:\\[\s\S]|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g

const STATEMENT = /^\s*(?:import\b(?!\s*[(.])|export\b)(?!\s+type\b(?!\s+from\b))/m

/**
 * Whether a source text is written as a module: it has an `import` or `export` statement that remains when its types
 * are stripped. A glance, not a parse: it runs at the head of every build.
 */
export function hasModuleSyntax(source: string): boolean {
  return STATEMENT.test(source.replace(LITERALS, "''"))
}
