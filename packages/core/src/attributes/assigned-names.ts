/** `X=…`, `for X in`, `read X Y`, PowerShell's `$X = …`: the names, and what stands on the right. */
const assignment =
  /(?:^|[\s;&|(){}])(?:([A-Za-z]\w*)=([^;&|\n]*)|(?:for|select)\s+(\w+)\s+in\b|read\s+([\w -]+)|\$([A-Za-z]\w*) = ([^;&|\n]*))/gm

/**
 * The names that a command sets before it reads them. What is set from itself, as in `X=${X:-1}`, is there at upload too.
 */
export function assignedNames(text: string): ReadonlySet<string> {
  const read = new Map(Array.from(text.matchAll(/\$\{?([A-Za-z]\w*)/g), ({ 1: name, index }) => [name, index]))
  const found = new Set<string>()
  for (const { 0: all, 1: set, 2: value = '', 3: loop, 4: input = '', 5: shell, 6: own = '', index } of text.matchAll(
    assignment,
  )) {
    for (const name of [set, loop, shell, ...input.split(' ')]) {
      if (name === undefined || (read.get(name) ?? -1) < index + all.length - value.length - own.length) continue
      if (!new RegExp(String.raw`\$\{?${name}\b`).test(value + own)) found.add(name)
    }
  }
  return found
}
