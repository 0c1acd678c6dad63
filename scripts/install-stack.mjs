// Installs what the tests of a delivery run for real: a Docker engine, a registry, an emulator of AWS, its command line, the
// linters, and Pact. Where something cannot be had, that is said, and the tests that need it are left out.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const minutes = 60_000
const debian = {
  dockerd: 'docker.io',
  docker: 'docker.io',
  'docker-compose': 'docker-compose',
  'docker-registry': 'docker-registry',
  busybox: 'busybox-static',
  ip: 'iproute2',
  iptables: 'iptables',
  initdb: 'postgresql',
  shellcheck: 'shellcheck',
  shfmt: 'shfmt',
}
const python = { moto_server: 'moto[server]', aws: 'awscli', 'cfn-lint': 'cfn-lint' }

installMissing(debian, 'apt-get', (names) => {
  if (process.getuid?.() !== 0) return 'only root may install packages'
  run('apt-get', ['update', '--quiet'], 2 * minutes)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...names], 4 * minutes, env)
})
installMissing(python, 'pip', (names) => run('python3', ['-m', 'pip', 'install', '--quiet', ...names], 5 * minutes))
installPact()

/** Pact and its broker's client, in a folder of their own: they are large, and need no place in what everybody installs. */
function installPact() {
  const folder = fileURLToPath(new URL('../.cache/pact/', import.meta.url))
  if (existsSync(`${folder}node_modules/@pact-foundation/pact`)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}package.json`, '{ "private": true }\n')
  const names = ['@pact-foundation/pact@17.1.4', '@pact-foundation/pact-cli@18.1.2']
  const flags = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']
  const problem = run('npm', ['install', ...flags, ...names], 5 * minutes)
  console.log(problem === undefined ? 'Pact: installed' : `Pact cannot be had (${problem}): tests are left out`)
}

/** Installs the packages of those programs that are missing. */
function installMissing(packages, installer, install) {
  const lacking = Object.keys(packages).filter((name) => !isThere(name))
  if (lacking.length === 0) return
  console.log(`${lacking.join(', ')}: installed by ${installer}`)
  const problem = install([...new Set(lacking.map((name) => packages[name]))])
  const left = lacking.filter((name) => !isThere(name))
  if (left.length > 0)
    console.log(`${left.join(', ')} cannot be had (${problem ?? 'no reason given'}): tests are left out`)
}

function isThere(program) {
  // Debian keeps PostgreSQL's programs out of the PATH.
  if (program === 'initdb') return run('sh', ['-c', 'ls /usr/lib/postgresql/*/bin/initdb'], minutes) === undefined
  return run('which', [program], minutes) === undefined
}

/** Why a program failed, in its last line; undefined if it did not. */
function run(program, args, timeout, env = process.env) {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout, env })
  if (status === 0) return undefined
  return error?.message ?? (stderr.trim().split('\n').at(-1) || `${program} ended with ${status}`)
}
