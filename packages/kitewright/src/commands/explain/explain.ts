import { type Command, exitCode } from '../../command-line.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import { readCatalogue } from '../../catalogue/read-catalogue.ts'

/** Says what a diagnostic means. */
export const explain: Command = {
  name: 'explain',
  summary: 'Says what a diagnostic means, with an example that raises it and its fix.',
  usage: 'kitewright explain CODE',
  positionals: 1,
  options: {},
  examples: [{ line: 'kitewright explain KW1002', says: 'a dependency on a key that no step has' }],
  run({ positionals }, world) {
    const code = positionals[0]?.toUpperCase()
    const catalogue = readCatalogue()
    if (code === undefined) {
      const rows = [...catalogue].map(([known, text]) => `${known}  ${/^# KW\d{4}: (.*)$/m.exec(text)?.[1] ?? ''}`)
      world.stdout.write(`${rows.join('\n')}\n`)
      return exitCode.fine
    }
    const text = catalogue.get(code)
    if (text === undefined) {
      world.stderr.write(
        `kitewright explain: there is no diagnostic "${inOneLine(code, world)}"; \`kitewright explain\` lists them\n`,
      )
      return exitCode.usage
    }
    world.stdout.write(text)
    return exitCode.fine
  },
}
