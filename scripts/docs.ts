import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { diagnosticsPage } from './docs/diagnostics-page.ts'

const page = await diagnosticsPage()
const folder = fileURLToPath(new URL('../docs/', import.meta.url))
mkdirSync(folder, { recursive: true })
if (process.argv.includes('--print')) process.stdout.write(page)
else writeFileSync(`${folder}diagnostics.md`, page)
