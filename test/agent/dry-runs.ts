import { type Agent, type DryRun, dryRun, type DryRunOptions, type Upload } from './agent.ts'

/** Stands between two texts: the agent prints it, and warns of it, which parts what it prints and logs of the others. */
const mark = 'between-two-texts'
const markText = JSON.stringify({ steps: [mark] })

/**
 * Hands many texts to the agent as `dryRun` does each, but in as few processes as can be: one, and one more for each text
 * that is refused. What `env` of a pipeline sets is there for `$` in the texts behind it.
 */
export function dryRuns(agent: Agent, texts: readonly string[], options: DryRunOptions = {}): readonly DryRun[] {
  const runs: DryRun[] = []
  while (runs.length < texts.length) {
    const rest = texts.slice(runs.length).flatMap((text) => [text, markText])
    runs.push(...parted(dryRun(agent, rest, options)))
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
