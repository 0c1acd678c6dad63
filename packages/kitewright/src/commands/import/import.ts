import { resolve } from 'node:path'
import { importPipeline } from '@kitewright/core/import'
import type { ParsedPipeline } from '@kitewright/core/parse'
import { type Command, exitCode, type Invocation } from '../../command-line.ts'
import { isProgram } from '../../pipeline/is-yaml-file.ts'
import { shownPath } from '../../report/text-report.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import { usageProblem } from '../../usage-problem.ts'
import type { World } from '../../world/world.ts'
import { importReport } from '../../pipeline/import-report.ts'
import { readOne } from '../../pipeline/read-one.ts'
import { runText } from '../../pipeline/run-text.ts'

/** Turns a pipeline of YAML into TypeScript. */
export const importYaml: Command = {
  name: 'import',
  summary:
    'Prints the TypeScript that renders the same pipeline as a file of YAML or JSON, proves that it does, and tells what ' +
    'check finds in it; exit code 1 if that holds errors.',
  usage: 'kitewright import pipeline.yml [options]',
  positionals: 1,
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', summary: 'write it to a file instead of printing it' },
    force: { type: 'boolean', summary: 'overwrite the file if it is there' },
  },
  examples: [
    { line: 'kitewright import .buildkite/pipeline.yml', says: 'see what it looks like' },
    {
      line: 'kitewright import .buildkite/pipeline.yml --output .buildkite/pipeline.ts',
      says: 'keep it beside the YAML',
    },
  ],
  async run(invocation, world) {
    const [named] = invocation.positionals
    if (named === undefined) return usageProblem(importYaml, 'which file?', world)
    if (isProgram(named))
      return usageProblem(importYaml, `${named} is a program already; which file of YAML or JSON?`, world)
    const read = await readOne(named, world)
    if (read === undefined) return exitCode.errors
    const written = await write(read.pipeline, invocation, world)
    return written === exitCode.fine && read.hasErrors ? exitCode.errors : written
  },
}

async function write(pipeline: ParsedPipeline, { flags }: Invocation, world: World): Promise<number> {
  const imported = await importPipeline(pipeline, runText)
  const output = typeof flags['output'] === 'string' ? resolve(world.cwd, flags['output']) : undefined
  if (output !== undefined && flags['force'] !== true && world.readText(output) !== undefined) {
    return failed(`${shownPath(output, world.cwd)} is there already; --force overwrites it`, world)
  }
  if (output === undefined) world.stdout.write(imported.text)
  else world.writeText(output, imported.text)
  const { text, isFaithful } = importReport(imported, pipeline, world)
  world.stderr.write(output === undefined ? text : `wrote ${inOneLine(shownPath(output, world.cwd), world)}: ${text}`)
  return isFaithful ? exitCode.fine : exitCode.errors
}

function failed(message: string, world: World): number {
  world.stderr.write(`kitewright import: ${inOneLine(message, world)}\n`)
  return exitCode.world
}
