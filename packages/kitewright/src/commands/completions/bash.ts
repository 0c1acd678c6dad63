import type { Command } from '../../command-line.ts'
import { choicesOf, flagsOf } from './words.ts'

/** Completions for bash: commands, then flags, their words, and files. */
export function bashCompletions(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const flags = flagsOf(command)
    const words = flags.flatMap(([flag, option]) => {
      const choices = choicesOf(option)
      return choices.length === 0 ? [] : [`      ${flag}) words='${choices.join(' ')}' ;;`]
    })
    const own = words.length === 0 ? [] : ['    case "$before" in', ...words, '    esac']
    return [`  ${command.name})`, `    words='${flags.map(([flag]) => flag).join(' ')} --help'`, ...own, '    ;;'].join(
      '\n',
    )
  })
  return `_kitewright() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${commands.map(({ name }) => name).join(' ')}'
  else
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _kitewright kitewright
`
}
