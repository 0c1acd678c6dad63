/** Patterns of a module's text: what may hold anything, and the statements that remain when types are stripped. */
export const moduleSyntax: { readonly literal: RegExp; readonly statement: RegExp } = {
  literal: /\/\*[\s\S]*?\*\/|\/\/.*|`(?:\\[\s\S]|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
  statement: /^\s*(?:import\b(?!\s*[(.])|export\b)(?!\s+type\b(?!\s+from\b))/m,
}

/**
 * Whether a source text is written as a module: it has an `import` or `export` statement that remains when its types
 * are stripped. A glance, not a parse: it runs at the head of every build.
 */
export function hasModuleSyntax(source: string): boolean {
  return moduleSyntax.statement.test(source.replace(moduleSyntax.literal, "''"))
}

/** Whether a file is CommonJS: by its name, otherwise by what is written in it. */
export function isCommonJs(file: string, source: string): boolean {
  return /\.c[jt]s$/.test(file) || (!/\.m[jt]s$/.test(file) && !hasModuleSyntax(source))
}

const fromKitewright = /^import\s[^'"();]*\sfrom\s*['"]kitewright(?:\/[\w-]+)?['"]/gm
const reach = /\b(?:import|require|createRequire|getBuiltinModule|binding|_linkedBinding|eval|Function|constructor)\b/

/** Whether a source text can reach no module but kitewright's own. A glance: where anything else looks like a way, false. */
export function importsOnlyKitewright(source: string): boolean {
  return !reach.test(source.replace(fromKitewright, ''))
}
