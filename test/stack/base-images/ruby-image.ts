import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addPackages, rootFolder } from './root-folder.ts'

/** Ruby, Bundler and puma, with what they need. */
const packages = ['ruby', 'bundler', 'puma', 'ruby-pg']

/** Debian's Ruby, with those gems of Debian that a service asks Bundler for: the network of images leads nowhere. Where it is not installed, the reason. */
export function rubyRoot(): { readonly folder: string } | string {
  const lacking = packages.filter((name) => spawnSync('dpkg', ['--status', name]).status !== 0)
  if (lacking.length > 0) return `${lacking.join(', ')} not installed (Debian: apt-get install ${lacking.join(' ')})`
  const folder = rootFolder()
  addPackages(folder, withDependencies(packages))
  mkdirSync(join(folder, 'usr/local/bundle'), { recursive: true })
  writeFileSync(join(folder, 'root/.gemrc'), 'gem: --no-document\n')
  return { folder }
}

/** Packages of Ruby, and those of Ruby that they depend on: libraries of C come by who is linked to them. */
function withDependencies(names: readonly string[]): readonly string[] {
  const all = new Set(names)
  for (const name of all) {
    const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat', '${Depends}', name], { encoding: 'utf8' })
    const depended = stdout.split(/[,|]/).map((part) => part.trim().replace(/[ :].*/, ''))
    for (const other of depended) if (/ruby|^rake$|^bundler$|^puma$/.test(other) && isInstalled(other)) all.add(other)
  }
  return [...all]
}

function isInstalled(name: string): boolean {
  return spawnSync('dpkg', ['--listfiles', name]).status === 0
}
