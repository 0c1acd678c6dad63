import type { Mask, Outside, Output, RunOptions, World } from '../world/world.ts'
import { maskOf } from './mask.ts'
import { quoteLines } from './quote-lines.ts'
import { secretVariables } from './secret-variables.ts'

/**
 * The world with the secrets of this run: what programs say is heard, and passed on, without them. What we write to
 * stderr is looked through once more; stdout has reports, which hold none, and pipelines, which stay as they are.
 *
 * @param given The variables that the command line adds, asked for when something is to be hidden.
 */
export function guardWorld(outside: Outside, given: () => World['env'] = () => ({})): World {
  let made: Mask | undefined
  const mask = (): Mask => (made ??= maskOf(secretVariables(outside.env, given()).map(([, value]) => value)))
  const write = (text: string): void => outside.stderr.write(mask().hide(text))
  // Not a copy: whether there is a terminal takes milliseconds to find out.
  const stderr = Object.create(outside.stderr, { write: { value: write } }) as Output
  const run = async (program: string, args: readonly string[], options: RunOptions = {}) => {
    const log = options.log && quoteLines(options.log, mask())
    const result = await outside.run(program, args, { ...options, log })
    log?.end()
    return { ...result, stderr: result.stderr === '' ? '' : mask().hide(result.stderr) }
  }
  return Object.create(outside, { stderr: { value: stderr }, run: { value: run }, mask: { get: mask } }) as World
}
