import type { Import } from './imports.ts'
import type { doors, Law } from './laws.ts'

/** Imports that a law does not allow, each with the rule and what to do instead. */
export function breachesOf(imports: readonly Import[], { folder, rows, instead }: Law): readonly string[] {
  return imports.flatMap(({ file, target }) => {
    if (!file.startsWith(folder) || !target.startsWith(folder)) return []
    const [from, to] = [unitOf(file, folder), unitOf(target, folder)]
    const row = Object.hasOwn(rows, from) ? rows[from] : undefined
    if (row === undefined || from === to || row.may.includes(to)) return []
    const allowed = row.may.length === 0 ? 'none of its neighbours' : row.may.join(', ')
    return [`${file} imports ${target}: ${from} may import ${allowed}, since ${row.reason}. Instead, ${instead}.`]
  })
}

/** The folder or file directly in a folder that a path leads to. */
function unitOf(path: string, folder: string): string {
  return path.slice(folder.length).split('/', 1)[0] ?? ''
}

/** Imports that enter a folder by another file than its doors. */
export function breachesOfDoors(imports: readonly Import[], all: typeof doors): readonly string[] {
  return all.flatMap(({ folder, files, reason }) =>
    imports
      .filter(({ file, target }) => !file.startsWith(folder) && target.startsWith(folder))
      .filter(({ target }) => !files.includes(target.slice(folder.length)))
      .map(
        ({ file, target }) =>
          `${file} imports ${target}: ${folder} is entered by ${files.join(', ')}, since ${reason}. Instead, give one of these what you need.`,
      ),
  )
}

const OUTSIDE = /\bfrom 'node:(?:fs|child_process|readline|tty|os|net|http|https|dns|worker_threads)\b|\bprocess\.\w+/

/** Whether a file reaches files, processes, environment or terminal by Node itself, but for what its comments say. */
export function reachesOutside(text: string): boolean {
  return OUTSIDE.test(text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, ''))
}

/** What begins one of the names that a table of files and folders holds. */
export function isListed(file: string, table: Readonly<Record<string, string>>): boolean {
  return Object.keys(table).some((name) => (name.endsWith('/') ? file.startsWith(name) : file === name))
}
