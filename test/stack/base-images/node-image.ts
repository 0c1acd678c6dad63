import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../source-files.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { addProgram, programOf, rootFolder, writeProgram } from './root-folder.ts'

/** Node and npm, with the packages that the examples install kept beside them: their network leads nowhere. */
export function nodeRoot(): string {
  const folder = rootFolder()
  const own = join(root, '.cache/nodes/24/node_modules/node/bin/node')
  addProgram(folder, existsSync(own) ? own : process.execPath, 'usr/local/bin/node')
  const npm = dirname(dirname(realpathSync(programOf('npm'))))
  cpSync(npm, join(folder, 'usr/local/lib/node_modules/npm'), { recursive: true, dereference: true })
  writeProgram(folder, 'npm', '#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"\n')
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()
  writeFileSync(join(folder, 'root/.npmrc'), `offline=true\nregistry=${registry}\naudit=false\nfund=false\n`)
  for (const name of readdirSync(join(root, 'examples'))) {
    const example = join(root, 'examples', name)
    if (existsSync(join(example, 'Dockerfile'))) keepPackages(example, join(folder, 'root/.npm'))
  }
  return folder
}

function keepPackages(example: string, cache: string): void {
  const folder = temporaryFolder()
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(example, name), join(folder, name))
  execFileSync('npm', ['ci', '--cache', cache, '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' })
}
