import { type Command, exitCode } from '../../command-line.ts'
import { isShell, shells } from '../completions/shells.ts'
import { usageProblem } from '../../usage-problem.ts'

/** Prints what makes a shell complete command lines of the given commands. */
export function completionsOf(all: () => Promise<readonly Command[]>): Command {
  const completions: Command = {
    name: 'completions',
    summary: 'Prints a script that makes a shell complete command lines.',
    usage: 'kitewright completions bash|zsh|fish',
    positionals: 1,
    options: {},
    examples: [
      { line: 'source <(kitewright completions bash)', says: 'in ~/.bashrc' },
      { line: 'source <(kitewright completions zsh)', says: 'in ~/.zshrc, after compinit' },
      { line: 'kitewright completions fish | source', says: 'in config.fish' },
    ],
    async run({ positionals: [shell] }, world) {
      if (shell === undefined || !isShell(shell)) {
        const given = shell === undefined ? 'which shell?' : `there are none for "${shell}";`
        return usageProblem(completions, `${given} known are ${Object.keys(shells).join(', ')}`, world)
      }
      world.stdout.write(shells[shell](await all()))
      return exitCode.fine
    },
  }
  return completions
}
