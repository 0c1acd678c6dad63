import { relative, sep } from 'node:path'

/** Whether a path is a folder or lies below it; both without symbolic links. */
export function isWithin(path: string, folder: string): boolean {
  return relative(folder, path).split(sep)[0] !== '..'
}
