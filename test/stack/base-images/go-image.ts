import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from './root-folder.ts'

/** This machine's Go, as far as it compiles: its own tests and documents stay behind. Where it is not installed, the reason. */
export function goRoot(): { readonly folder: string } | string {
  if (spawnSync('which', ['go']).status !== 0) return 'go is not installed'
  const home = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
  const left = new Set(['test', 'doc', 'api', 'misc'].map((name) => join(home, name)))
  const folder = rootFolder()
  cpSync(home, join(folder, 'usr/local/go'), {
    recursive: true,
    filter: (path) => !left.has(path) && !/\/testdata$|_test\.go$/.test(path),
  })
  return { folder }
}
