import { spawn } from 'node:child_process'

/**
 * Has processes ended when this one is gone, even if it is killed: an endless loop would go on for ever. A shell waits for
 * the end of its input, which this process holds open. Not on Windows, which has none.
 *
 * @param target A process, or a group of them as a negative number.
 * @returns The function that calls it off.
 */
export function endWithParent(target: number): () => void {
  if (process.platform === 'win32') return () => {}
  // In a group of its own: who kills that of this process means the shell as well.
  const shell = spawn('/bin/sh', ['-c', 'read -r end; kill -9 "$1"', 'sh', String(target)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
  })
  // There may be no shell, and it may end before its input does.
  shell.on('error', () => {}).unref()
  shell.stdin.on('error', () => {})
  return () => shell.kill('SIGKILL')
}
