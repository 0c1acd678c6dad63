import { existsSync, type FSWatcher, watch } from 'node:fs'
import { dirname, join } from 'node:path'

/** How long changes are gathered, in milliseconds: editors write in bursts. */
const settleTime = 60

/** Waits until one of the files changes. Their folders are watched, since editors replace files. */
export function nextChange(files: readonly string[]): Promise<'changed' | 'interrupted'> {
  const wanted = new Set(files)
  const folders = [...new Set(files.map((file) => dirname(file)))].filter((folder) => existsSync(folder))
  return new Promise((resolve) => {
    const watchers: FSWatcher[] = []
    const finish = (how: 'changed' | 'interrupted'): void => {
      for (const watcher of watchers) watcher.close()
      process.off('SIGINT', interrupt)
      resolve(how)
    }
    const interrupt = (): void => finish('interrupted')
    process.once('SIGINT', interrupt)
    let timer: NodeJS.Timeout | undefined
    for (const folder of folders) {
      watchers.push(
        watch(folder, (_event, name) => {
          if (name === null || !wanted.has(join(folder, name)) || timer) return
          timer = setTimeout(() => finish('changed'), settleTime)
        }),
      )
    }
  })
}
