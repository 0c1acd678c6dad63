import type { Command } from '../../command-line.ts'
import { bashCompletions } from './bash.ts'
import { fishCompletions } from './fish.ts'
import { zshCompletions } from './zsh.ts'

/** What writes the script of each shell. */
export const shells = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions } as const satisfies Readonly<
  Record<string, (commands: readonly Command[]) => string>
>

/** Whether there is a script for a shell. */
export function isShell(name: string): name is keyof typeof shells {
  return Object.hasOwn(shells, name)
}
