import { matchesCode } from '@kitewright/core'
import { type Command, exitCode } from '../../command-line.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import { readCatalogue } from '../../catalogue/read-catalogue.ts'

/** Says what a diagnostic means. */
export const explain: Command = {
  name: 'explain',
  summary: 'Says what a diagnostic means, with an example that raises it and its fix.',
  usage: 'kitewright explain [CODE]',
  positionals: 1,
  options: {},
  examples: [
    { line: 'kitewright explain KW1002', says: 'a dependency on a key that no step has' },
    { line: 'kitewright explain KW32', says: 'all that is told of conditions' },
  ],
  run({ positionals }, world) {
    const code = positionals[0]?.toUpperCase()
    const catalogue = readCatalogue()
    const text = code === undefined ? undefined : catalogue.get(code)
    const beginning = [...catalogue].filter(([known]) => matchesCode(known, [code ?? '']))
    if (text === undefined && beginning.length > 0) {
      const rows = beginning.map(([known, page]) => `${known}  ${/^# KW\d{4}: (.*)$/m.exec(page)?.[1] ?? ''}`)
      world.stdout.write(`${rows.join('\n')}\n`)
      return exitCode.fine
    }
    if (code === undefined || text === undefined) {
      world.stderr.write(
        `kitewright explain: there is no diagnostic "${inOneLine(code ?? '', world)}"; \`kitewright explain\` lists them\n`,
      )
      return exitCode.usage
    }
    world.stdout.write(text)
    return exitCode.fine
  },
}
