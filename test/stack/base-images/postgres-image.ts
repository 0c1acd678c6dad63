import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addProgram, rootFolder, writeProgram } from './root-folder.ts'

/** The server of Debian, which is started as the usual image does. */
export function postgresRoot(): string {
  const folder = rootFolder()
  const home = join('/usr/lib/postgresql', readdirSync('/usr/lib/postgresql').at(-1) ?? '')
  const share = join('/usr/share/postgresql', home.slice(home.lastIndexOf('/')))
  for (const name of ['postgres', 'initdb', 'pg_isready', 'psql']) addProgram(folder, join(home, 'bin', name))
  for (const name of ['plpgsql.so', 'dict_snowball.so']) addProgram(folder, join(home, 'lib', name))
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
