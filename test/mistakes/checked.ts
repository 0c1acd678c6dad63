import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { serviceFolder, writeFiles } from '../temporary-folder.ts'

const folder = serviceFolder()

interface Printed {
  readonly code: string
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly help?: string
}

/** What `check` says to a file, with the text that each diagnostic points at. */
export async function checked(source: string, file: string): Promise<readonly string[]> {
  writeFiles(folder, { [file]: source })
  const world = memoryWorld(folder)
  await main(['check', file, '--format', 'json'], world)
  const { diagnostics } = JSON.parse(world.printed.stdout) as { diagnostics: Printed[] }
  return diagnostics.map(({ code, message, line, column, endColumn, help }) => {
    const text = source.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)
    return `${text}: ${code} ${message}${help === undefined ? '' : `\n  ${help}`}`
  })
}

const imports =
  "import { block, command, definePipeline, externalStep, group, input, interpolated, matrix, sequence, trigger, wait } from 'kitewright'"

/** A program of steps, or one that is whole already. */
export function program(source: string): string {
  return source.includes('export default')
    ? `${imports}\n\n${source}\n`
    : `${imports}\n\nexport default definePipeline([\n  ${source},\n])\n`
}
