import { mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { diagnosticsPage } from './docs/diagnostics-page.ts'

const page = await diagnosticsPage()
const folder = fileURLToPath(new URL('../docs/', import.meta.url))
mkdirSync(folder, { recursive: true })
if (process.argv.includes('--print')) writeSync(1, page)
else writeFileSync(`${folder}diagnostics.md`, page)
