import { temporaryFolder } from '../temporary-folder.ts'
import { type Agent, type DryRun, dryRunIn, type DryRunOptions, type Upload } from './agent.ts'

/** Stands between two texts: the agent prints it, and warns of it, which parts what it prints and logs of the others. */
const mark = 'between-two-texts'
const markFile = 'mark.yml'
const markText = JSON.stringify({ steps: [mark] })

/** Texts that one process is given at most: it opens all of them before it reads the first. */
const atOnce = 50

/**
 * Hands many texts to the agent as `dryRun` does each, but in few processes: one for each 50, and one more for each text
 * that is refused. None may be empty, which ends the process before it reads the first. What `env` of a pipeline sets is
 * there for `$` in the texts behind it.
 */
export function dryRuns(agent: Agent, texts: readonly string[], options: DryRunOptions = {}): readonly DryRun[] {
  const files = Object.fromEntries(texts.map((text, index) => [`pipeline-${index}.yml`, text]))
  const folder = temporaryFolder({ ...files, ...options.files, [markFile]: markText })
  const names = Object.keys(files)
  const runs: DryRun[] = []
  while (runs.length < names.length) {
    const next = names.slice(runs.length, runs.length + atOnce).flatMap((name) => [name, markFile])
    runs.push(...parted(dryRunIn(folder, agent, next, options)))
  }
  return runs
}

function parted({ failed, uploads, log }: DryRun): readonly DryRun[] {
  const entries = log.split(/^(?=\d{4}-\d\d-\d\d )/m)
  const logs = split(entries, (entry) => entry.includes(`"${mark}"`)).map((part) => part.join(''))
  return split(uploads, isMark).flatMap((part, index, parts) => {
    const isLast = index === parts.length - 1
    // Behind the last mark stands nothing, or what the agent printed of a text before it refused that.
    return isLast && !failed ? [] : [{ failed: isLast, uploads: part, log: logs[index] ?? '' }]
  })
}

function isMark({ steps }: Upload): boolean {
  return Array.isArray(steps) && steps[0] === mark
}

/** The parts of a list between the values that part it. */
function split<Value>(values: readonly Value[], parts: (value: Value) => boolean): readonly (readonly Value[])[] {
  const lists: Value[][] = [[]]
  for (const value of values) {
    if (parts(value)) lists.push([])
    else lists.at(-1)!.push(value)
  }
  return lists
}
