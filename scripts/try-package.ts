import { pack, tryPackage } from '../test/packing/trial.ts'
import { ownTemporaryFolder } from '../test/set-up/own-temporary-folder.ts'
import { installRuntime } from './bench/install-runtime.ts'

// Tries the packed package on other runtimes: `pnpm package:try` or `pnpm package:try 22 bun`.
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26', 'bun']

ownTemporaryFolder()
const { tarball } = pack()
for (const runtime of wanted) {
  const { version, rendered, entries } = tryPackage(tarball, installRuntime(runtime))
  const lines = rendered.split('\n').length - 1
  console.log(`${runtime}: kitewright ${version}, ${Object.keys(entries).length} entries, ${lines} lines rendered`)
}
