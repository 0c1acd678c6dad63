import { Writable } from 'node:stream'
import type { Output } from '../../world/world.ts'
import type { Refuse } from './attempts.ts'
import { put, withheld } from './replace.ts'

/** Functions of `process` that stay: they reckon, or tell of themselves; what ends the process is told by its guard. */
const kept: ReadonlySet<string> = new Set(
  // The last ones are called by Node itself.
  'nextTick cwd emitWarning getBuiltinModule exit reallyExit ref unref _tickCallback _fatalException'.split(' '),
)

/** Takes away what `process` can do outside, and what differs from run to run. */
export function sealOwnProcess(log: Output, refuse: Refuse): void {
  const descriptors = Object.getOwnPropertyDescriptors(process) as Readonly<Record<string, PropertyDescriptor>>
  const stderr = printingTo(log)
  const instead: Readonly<Record<string, unknown>> = {
    hrtime: Object.assign(() => [0, 0], { bigint: () => 0n }),
    uptime: () => 0,
    pid: 1,
    ppid: 0,
    stdin: undefined,
    stderr,
    report: undefined,
  }
  // Its guard leads it to stderr, and takes that back.
  Object.defineProperty(process, 'stdout', { value: stderr, configurable: true, writable: true })
  for (const [name, { value }] of Object.entries(descriptors)) {
    if (Object.hasOwn(instead, name)) put(process, name, instead[name])
    else if (typeof value === 'function' && !kept.has(name)) {
      put(process, name, withheld(value, `calls process.${name}`, refuse))
    }
  }
  Object.assign(process, { argv: [process.execPath], execArgv: [] })
}

/** Prints at once. */
function printingTo(log: Output): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.write(chunk.toString())
      done()
    },
  })
}
