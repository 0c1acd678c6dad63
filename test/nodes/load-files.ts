import { loadAuthored } from '../../packages/kitewright/src/load/author.ts'
import { processWorld } from '../../packages/kitewright/src/world/process-world.ts'

// Prints what each file given gives when it is loaded; problems with files named from the first argument's folder.
const [folder = '', ...files] = process.argv.slice(2)
const results: Record<string, unknown> = {}
for (const file of files) {
  const loaded = await loadAuthored(`${folder}/${file}`, processWorld())
  results[file] = loaded.ok ? loaded.value : loaded.problem
}
process.stdout.write(JSON.stringify(results).replaceAll(folder, '.'))
