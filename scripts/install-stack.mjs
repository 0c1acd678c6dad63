// Installs what the tests of a delivery run for real: a Docker engine, a registry, emulators of AWS, its command line, Ruby, the
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
  // A service in Ruby, and its gems.
  ruby: 'ruby',
  bundle: 'bundler',
  puma: 'puma',
  'pg_ext.so': 'ruby-pg',
  shellcheck: 'shellcheck',
  shfmt: 'shfmt',
}
const python = { moto_server: 'moto[server]', aws: 'awscli', 'cfn-lint': 'cfn-lint' }

installMissing(debian, 'apt-get', (names) => {
  if (process.getuid?.() !== 0) return 'only root may install packages'
  run('apt-get', ['update', '--quiet'], 5 * minutes)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...names], 10 * minutes, env)
})
installMissing(python, 'pip', (names) => run('python3', ['-m', 'pip', 'install', '--quiet', ...names], 10 * minutes))

installLocalstack()
installPact()

/** An emulator of AWS that rolls back, in a folder of its own: its packages agree with nobody else's. */
function installLocalstack() {
  const folder = fileURLToPath(new URL('../.cache/localstack', import.meta.url))
  // Written last: what was broken off is begun anew.
  const mark = `${folder}/installed`
  if (existsSync(mark)) return
  // With newer ones of these it does not start.
  const limits = ['cbor2<5.9', 'pyopenssl<26', 'cryptography<47', 'service-identity<25']
  const names = ['localstack-core[runtime]==2026.3.0', ...limits]
  const python = newPython()
  const problem =
    python === undefined
      ? 'it needs Python 3.12 or newer'
      : (run(python, ['-m', 'venv', '--clear', folder], 2 * minutes) ??
        run(`${folder}/bin/pip`, ['install', '--quiet', ...names], 10 * minutes) ??
        run(`${folder}/bin/python`, ['-c', 'import localstack.aws.components'], 2 * minutes))
  if (problem === undefined) writeFileSync(mark, '')
  else console.log(`localstack cannot be had (${problem}): tests are left out`)
}

/** A Python of 3.12 or newer, in the PATH or kept by pyenv. Its package installs on older ones too, and does not start there. */
function newPython() {
  const names = ['python3', 'python3.14', 'python3.13', 'python3.12']
  const kept = ['3.14', '3.13', '3.12'].map((version) => spawnSync('pyenv', ['prefix', version], { encoding: 'utf8' }))
  const programs = [
    ...names,
    ...kept.flatMap(({ status, stdout }) => (status === 0 ? `${stdout.trim()}/bin/python3` : [])),
  ]
  return programs.find((program) => {
    const asked = 'import sys; sys.exit(sys.version_info < (3, 12))'
    return run(program, ['-c', asked], minutes) === undefined
  })
}

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
  // Not in the PATH: PostgreSQL's programs, and a library of Ruby's.
  const places = { initdb: '/usr/lib/postgresql/*/bin/initdb', 'pg_ext.so': '/usr/lib/*/ruby/vendor_ruby/*/pg_ext.so' }
  if (Object.hasOwn(places, program)) return run('sh', ['-c', `ls ${places[program]}`], minutes) === undefined
  return run('which', [program], minutes) === undefined
}

/** Why a program failed, in its last line; undefined if it did not. */
function run(program, args, timeout, env = process.env) {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout, env })
  if (status === 0) return undefined
  return error?.message ?? (stderr.trim().split('\n').at(-1) || `${program} ended with ${status}`)
}
