import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../source-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Engine } from './engine.ts'

/**
 * Makes the images that the examples' Dockerfiles begin with, of what this machine has: no registry of images is asked.
 * Under their usual names, so that the Dockerfiles are what a user would write.
 */
export async function loadBaseImages({ docker }: Pick<Engine, 'docker'>): Promise<void> {
  const load = (name: string, folder: string, ...changes: readonly string[]): void => {
    const archive = join(dirname(folder), 'root.tar')
    execFileSync('tar', ['-C', folder, '-cf', archive, '.'])
    docker('import', ...changes.flatMap((change) => ['--change', change]), archive, name)
  }
  const path = 'ENV PATH=/usr/local/bin:/usr/bin:/bin'
  load('node:22-alpine', nodeRoot(), path, 'CMD ["node"]')
  load('postgres:15-alpine', postgresRoot(), path, 'ENTRYPOINT ["/usr/local/bin/start-postgres"]')
}

/** BusyBox, and the users that containers need. */
function plainRoot(): string {
  const folder = join(temporaryFolder(), 'root')
  for (const name of ['bin', 'etc', 'tmp', 'root', 'usr/local/bin', 'usr/bin', 'var', 'run'])
    mkdirSync(join(folder, name), { recursive: true })
  chmodSync(join(folder, 'tmp'), 0o1777)
  cpSync(programOf('busybox'), join(folder, 'bin/busybox'))
  execFileSync('chroot', [folder, '/bin/busybox', '--install', '-s', '/bin'])
  const users = ['root:x:0:0:root:/root:/bin/sh', 'node:x:1000:1000::/tmp:/bin/sh', 'postgres:x:70:70::/var:/bin/sh']
  writeFileSync(join(folder, 'etc/passwd'), `${users.join('\n')}\n`)
  writeFileSync(join(folder, 'etc/group'), 'root:x:0:\nnode:x:1000:\npostgres:x:70:\n')
  return folder
}

/** Node and npm, with the packages that the examples install kept beside them: their network leads nowhere. */
function nodeRoot(): string {
  const folder = plainRoot()
  const own = join(root, '.cache/nodes/22/node_modules/node/bin/node')
  addProgram(folder, existsSync(own) ? own : process.execPath, 'usr/local/bin/node')
  const npm = dirname(dirname(realpathSync(programOf('npm'))))
  cpSync(npm, join(folder, 'usr/local/lib/node_modules/npm'), { recursive: true, dereference: true })
  writeProgram(folder, 'npm', '#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"\n')
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()
  writeFileSync(join(folder, 'root/.npmrc'), `offline=true\nregistry=${registry}\naudit=false\nfund=false\n`)
  for (const name of readdirSync(join(root, 'examples'))) {
    const example = join(root, 'examples', name)
    if (existsSync(join(example, 'Dockerfile'))) keepPackages(join(example, 'package.json'), join(folder, 'root/.npm'))
  }
  return folder
}

function keepPackages(manifest: string, cache: string): void {
  const folder = temporaryFolder()
  cpSync(manifest, join(folder, 'package.json'))
  execFileSync('npm', ['install', '--omit=dev', '--cache', cache, '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'pipe',
  })
}

function postgresRoot(): string {
  const folder = plainRoot()
  const home = join('/usr/lib/postgresql', readdirSync('/usr/lib/postgresql').at(-1) ?? '')
  const share = join('/usr/share/postgresql', home.slice(home.lastIndexOf('/')))
  for (const name of ['postgres', 'initdb', 'pg_isready', 'psql'])
    addProgram(folder, join(home, 'bin', name), join(home, 'bin', name))
  for (const name of ['plpgsql.so', 'dict_snowball.so'])
    addProgram(folder, join(home, 'lib', name), join(home, 'lib', name))
  cpSync(share, join(folder, share), { recursive: true, dereference: true })
  cpSync('/usr/share/zoneinfo', join(folder, 'usr/share/zoneinfo'), { recursive: true })
  for (const name of ['pg_isready', 'psql']) writeProgram(folder, name, `#!/bin/sh\nexec ${home}/bin/${name} "$@"\n`)
  writeProgram(folder, 'start-postgres', startPostgres.replaceAll('$HOME_OF_POSTGRES', home))
  return folder
}

/** As the usual image of PostgreSQL does, as far as the examples need it. */
const startPostgres = `#!/bin/sh
set -e
data=/var/lib/postgresql/data
as() { su postgres -c "$1"; }
mkdir -p /run/postgresql /var/run/postgresql $data
chown -R postgres /run/postgresql /var/run/postgresql $data
if [ ! -s $data/PG_VERSION ]; then
  printf '%s\\n' "$POSTGRES_PASSWORD" >/tmp/password
  chown postgres /tmp/password
  as "$HOME_OF_POSTGRES/bin/initdb --no-locale -E UTF8 --no-sync --auth-host=scram-sha-256 --pwfile=/tmp/password -D $data" >/dev/null
  rm /tmp/password
  echo 'host all all all scram-sha-256' >>$data/pg_hba.conf
fi
exec su postgres -c "exec $HOME_OF_POSTGRES/bin/postgres -D $data -c listen_addresses='*'"
`

/** A program with the libraries that it is linked to. */
function addProgram(folder: string, program: string, target: string): void {
  const copy = (from: string, to: string): void => {
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    cpSync(realpathSync(from), join(folder, to))
  }
  copy(program, target)
  const linked = execFileSync('ldd', [program], { encoding: 'utf8' })
  for (const [library] of linked.matchAll(/\/\S+(?= \()/g))
    if (!existsSync(join(folder, library))) copy(library, library)
}

function writeProgram(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, 'usr/local/bin', name), text, { mode: 0o755 })
}

function programOf(name: string): string {
  return execFileSync('which', [name], { encoding: 'utf8' }).trim()
}
