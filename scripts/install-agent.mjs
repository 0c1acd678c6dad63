// Installs the real buildkite-agent, which the tests in test/agent compare with, into .cache/buildkite-agent/VERSION.
//
//   node scripts/install-agent.mjs                        the version the tests are written for
//   node scripts/install-agent.mjs --also v4.0.0-beta.15  and another one, where it can be had
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const version = 'v3.137.0'
const globLibrary = 'drjosh.dev/zzglob'
const cache = fileURLToPath(new URL('../.cache/buildkite-agent/', import.meta.url))
const standIn = fileURLToPath(new URL('../test/agent/build/', import.meta.url))
const executable = process.platform === 'win32' ? '.exe' : ''

const { also } = parseArgs({ options: { also: { type: 'string', multiple: true, default: [] } } }).values

/** The agent as its makers publish it. */
const plainInstall = {
  origin: (wanted) => `go install ${agentModule(wanted)}@${wanted}\n`,
  build(wanted, folder) {
    const result = run('go', ['install', `${agentModule(wanted)}@${wanted}`], {
      env: { ...process.env, GOBIN: folder },
    })
    if (result.status === 0)
      renameSync(join(folder, `agent${executable}`), join(folder, `buildkite-agent${executable}`))
    return result
  },
}

/** The same agent with our own stand-in for its glob library: see test/agent/build/README.md. */
const standInBuild = {
  origin: (wanted) =>
    `test/agent/build ${wanted}, sources ${fingerprint(standIn)}; ${globLibrary} is not served here\n`,
  build(wanted, folder) {
    const target = join(folder, `buildkite-agent${executable}`)
    return run('go', ['build', '-o', target, agentModule(wanted)], { cwd: standIn })
  },
}

if (run('go', ['version']).error !== undefined) {
  console.error('buildkite-agent is a Go program, and there is no go on the PATH: not installed.')
  process.exit(1)
}
const isReady = isInstalled(version) || install(version, isServed(globLibrary) ? plainInstall : standInBuild)
for (const other of also) {
  const isThere = isInstalled(other) || install(other, plainInstall)
  if (!isThere) console.log(`buildkite-agent ${other} is left out; the tests do without it.`)
}
process.exit(isReady ? 0 : 1)

function isInstalled(wanted) {
  const note = join(cache, wanted, 'made-from.txt')
  const origin = existsSync(note) ? readFileSync(note, 'utf8') : undefined
  if (origin !== plainInstall.origin(wanted) && origin !== standInBuild.origin(wanted)) return false
  console.log(`buildkite-agent ${wanted} is there: ${origin.trim()}`)
  return true
}

/** Puts the agent into its cached folder, whole or not at all, with a note of what it was made from. */
function install(wanted, make) {
  const folder = join(cache, wanted)
  const origin = make.origin(wanted)
  console.log(`buildkite-agent ${wanted} is being built: ${origin.trim()} (some minutes the first time)`)
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'new-'))
  const started = Date.now()
  const { status, stderr } = make.build(wanted, fresh)
  if (status !== 0) {
    console.error(`buildkite-agent ${wanted} could not be built:\n${stderr.trim()}`)
    rmSync(fresh, { recursive: true })
    return false
  }
  writeFileSync(join(fresh, 'made-from.txt'), origin)
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
  console.log(`buildkite-agent ${wanted} was built in ${Math.round((Date.now() - started) / 1000)} s.`)
  return true
}

function agentModule(wanted) {
  return `github.com/buildkite/agent/${wanted.slice(0, wanted.indexOf('.'))}`
}

/** Asks the module proxy for the one dependency that some proxies refuse, which spares a long build that would fail. */
function isServed(module) {
  const proxies = run('go', ['env', 'GOPROXY']).stdout.trim()
  const onlyProxies = proxies.split(/[,|]/).filter((proxy) => proxy !== 'direct' && proxy !== 'off')
  if (onlyProxies.length === 0) return true
  const folder = mkdtempSync(join(tmpdir(), 'kitewright-'))
  const env = { ...process.env, GOPROXY: onlyProxies.join(',') }
  const { status } = run('go', ['mod', 'download', `${module}@v0.4.3`], { cwd: folder, env })
  rmSync(folder, { recursive: true })
  return status === 0
}

function fingerprint(folder) {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (/\.(?:go|mod|sum)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

function run(program, parameters, options = {}) {
  return spawnSync(program, parameters, { encoding: 'utf8', ...options })
}
