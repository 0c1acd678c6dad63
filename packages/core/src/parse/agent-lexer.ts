import { Lexer } from 'yaml'

/** What is overridden of the `yaml` package's lexer; it calls these private. */
interface QuotedText {
  indentNext: number
  parseQuotedScalar: () => Generator<string, unknown>
}

/**
 * The `yaml` package's lexer, changed for quoted texts of several lines: YAML 1.2 wants their lines indented, the agent's
 * reader takes any indentation.
 */
export const agentLexer = (): Lexer => {
  const lexer = new Lexer()
  const quoted = lexer as unknown as QuotedText
  const parseIndented = quoted.parseQuotedScalar.bind(lexer)
  quoted.parseQuotedScalar = function* () {
    const { indentNext } = quoted
    quoted.indentNext = 0
    const next = yield* parseIndented()
    quoted.indentNext = indentNext
    return next
  }
  return lexer
}
