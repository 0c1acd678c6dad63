import { loadModule } from '../../packages/kitewright/src/load/load-module.ts'

// Prints what each file given gives when it is loaded; problems with files named from the first argument's folder.
const [folder = '', ...files] = process.argv.slice(2)
const results: Record<string, unknown> = {}
for (const file of files) {
  const loaded = await loadModule(`${folder}/${file}`)
  results[file] = loaded.ok ? loaded.value : { ...loaded.problem, error: undefined }
}
process.stdout.write(JSON.stringify(results).replaceAll(folder, '.'))
