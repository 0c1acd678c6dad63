import { suggest } from '@kitewright/core'
import { type Command, exitCode } from '../../command-line.ts'
import { type DocumentationPage, readDocumentation } from '../../documentation/read-documentation.ts'
import { usageProblem } from '../../usage-problem.ts'
import type { World } from '../../world/world.ts'

/** Shows the documentation, without a network. */
export const docs: Command = {
  name: 'docs',
  summary: 'Shows a page of the documentation; without a topic, which there are.',
  usage: 'kitewright docs [topic]',
  positionals: 1,
  options: {},
  examples: [
    { line: 'kitewright docs', says: 'the topics' },
    { line: 'kitewright docs testing', says: 'how a pipeline is tested' },
  ],
  async run({ positionals: [topic] }, world) {
    const pages = readDocumentation()
    if (topic === undefined) {
      const width = Math.max(...[...pages.keys()].map(({ length }) => length))
      for (const [name, { title }] of pages) world.stdout.write(`${name.padEnd(width)}  ${title}\n`)
      return exitCode.fine
    }
    const page = pages.get(topic.toLowerCase().replace(/\.md$/, ''))
    if (page !== undefined) return show(page, world)
    const meant = suggest(topic, [...pages.keys()])
    const hint = meant === undefined ? '`kitewright docs` lists them' : `did you mean "${meant}"?`
    return usageProblem(docs, `there is no topic "${topic}"; ${hint}`, world)
  },
}

/** By the pager at a terminal, as git does; otherwise as it is. */
async function show({ file, text }: DocumentationPage, world: World): Promise<number> {
  if (world.stdout.isTerminal) {
    const pager = `${world.env['PAGER'] || 'less'} "$0"`
    const env = { LESS: 'FRX', ...world.env }
    const { status } = await world.run('sh', ['-c', pager, file], { env, inherits: true })
    if (status === 0) return exitCode.fine
  }
  world.stdout.write(text)
  return exitCode.fine
}
