import type { Command } from '../../command-line.ts'
import { choicesOf, flagsOf, quoted } from './words.ts'

/** Completions for zsh, with what each command and flag does. */
export function zshCompletions(commands: readonly Command[]): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`)
  const cases = commands.map((command) => {
    const flags = flagsOf(command).map(([flag, option]) => {
      const choices = choicesOf(option)
      const value = choices.length === 0 ? '_files' : `(${choices.join(' ')})`
      const summary = option.summary.replace(/[[\]:]/g, '\\$&')
      return `    ${quoted(`${option.multiple ? '*' : ''}${flag}[${summary}]${option.type === 'string' ? `:value:${value}` : ''}`)} \\`
    })
    return [`  ${command.name}) _arguments \\`, ...flags, "    '*:file:_files' ;;"].join('\n')
  })
  return `#compdef kitewright
_kitewright() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  shift words; (( CURRENT-- ))
  case "$words[1]" in
${cases.join('\n')}
  esac
}
compdef _kitewright kitewright
`
}
