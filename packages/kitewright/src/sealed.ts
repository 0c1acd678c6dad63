import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sealProcess } from './load/sealed.ts'
import type { SealedRequest } from './pipeline/sealed-request.ts'
import { processWorld } from './world/process-world.ts'

// What `--sealed` starts (World.runSealed), with Node's permissions and nothing in its environment but the build's.
const request = JSON.parse(readFileSync(0, 'utf8')) as SealedRequest
const own = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const world = processWorld()
const sealed = sealProcess({ ...request, folders: [own, ...request.folders] }, world)
const { answerSealed } = await import('./pipeline/answer-sealed.ts')
await answerSealed(request, sealed, world)
sealed.end()
