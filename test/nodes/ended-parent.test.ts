import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { kitewrightBin, serviceFolder } from '../temporary-folder.ts'
import { describeNodes } from './node-runs.ts'

const endless = "console.error('begun')\nfor (;;) {}\n"

describeNodes('what runs an endless loop ends with who started it', ({ node }) => {
  test.each([
    ['sealed', ['render', '--sealed']],
    ['with a time limit', ['check', '--timeout', '1000']],
  ])('%s', { timeout: 60_000 }, async (_, args) => {
    const folder = serviceFolder({ '.git/config': '', 'pipeline.mjs': endless })
    const parent = spawn(node, [kitewrightBin, ...args, 'pipeline.mjs'], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    })
    let said = ''
    for await (const text of parent.stderr) {
      said += String(text)
      if (said.includes('begun')) break
    }
    const loops = childrenOf(parent.pid).filter(({ command }) => command.includes('--apart'))
    parent.kill('SIGKILL')
    await allGone(loops)
    expect(loops).toHaveLength(1)
  })
})

interface Running {
  readonly pid: number
  readonly command: string
}

function childrenOf(parent: number | undefined): readonly Running[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, ppid, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(ppid) === parent ? [{ pid: Number(pid), command }] : []
  })
}

/** Waits as long as the test may. */
async function allGone(running: readonly Running[]): Promise<void> {
  while (running.some(({ pid }) => isThere(pid))) await after(20)
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
