import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '../../temporary-folder.ts'

/** The root of an image: BusyBox, and the users that containers need. */
export function rootFolder(): string {
  const folder = join(temporaryFolder(), 'root')
  for (const name of ['bin', 'etc', 'tmp', 'root', 'usr/local/bin', 'usr/bin', 'var', 'run'])
    mkdirSync(join(folder, name), { recursive: true })
  chmodSync(join(folder, 'tmp'), 0o1777)
  cpSync(programOf('busybox'), join(folder, 'bin/busybox'))
  execFileSync('chroot', [folder, '/bin/busybox', '--install', '-s', '/bin'])
  // Scripts name it in their first line.
  symlinkSync('/bin/busybox', join(folder, 'usr/bin/env'))
  const users = ['root:0:0:root:/root', 'node:1000:1000::/tmp', 'postgres:70:70::/var', 'nobody:65534:65534::/tmp']
  writeFileSync(join(folder, 'etc/passwd'), users.map((user) => `${user.replace(':', ':x:')}:/bin/sh\n`).join(''))
  writeFileSync(join(folder, 'etc/group'), 'root:x:0:\nnode:x:1000:\npostgres:x:70:\nnogroup:x:65534:\n')
  return folder
}

/** Adds a program with the libraries that it is linked to. */
export function addProgram(folder: string, program: string, target: string = program): void {
  addFile(folder, program, target)
  addLibraries(folder, program)
}

/** Adds what Debian's packages have, as far as it is no documentation, with the libraries that it is linked to. */
export function addPackages(folder: string, names: readonly string[]): void {
  const listed = execFileSync('dpkg', ['--listfiles', ...names], { encoding: 'utf8' })
  const files = new Set(
    listed.split('\n').filter((path) => path.startsWith('/') && !/^\/usr\/share\/(?:doc|man|ri)\//.test(path)),
  )
  for (const path of files) {
    // A link may lead to what a package only recommends.
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined || stat.isDirectory()) continue
    addFile(folder, path)
    if (/\.so[.\d]*$|^\/usr\/bin\//.test(path)) addLibraries(folder, path)
  }
}

export function writeProgram(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, 'usr/local/bin', name), text, { mode: 0o755 })
}

export function programOf(name: string): string {
  return execFileSync('which', [name], { encoding: 'utf8' }).trim()
}

function addFile(folder: string, from: string, to: string = from): void {
  if (lstatSync(join(folder, to), { throwIfNoEntry: false }) !== undefined) return
  mkdirSync(dirname(join(folder, to)), { recursive: true })
  cpSync(realpathSync(from), join(folder, to), { recursive: true, dereference: true })
}

function addLibraries(folder: string, program: string): void {
  let linked
  try {
    linked = execFileSync('ldd', [program], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    // A script, or a library of another machine's.
    return
  }
  for (const [library] of linked.matchAll(/\/\S+(?= \()/g))
    if (!existsSync(join(folder, library))) addFile(folder, library)
}
