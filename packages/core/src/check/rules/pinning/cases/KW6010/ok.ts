import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'into a file': run('curl -fsSL https://example.com/i -o i'),
  'into another program': run('curl -s https://example.com/i | jq .version'),
  'into tar': run('curl -s https://example.com/i | tar xz'),
  'as a text': run("echo 'curl x | sh'"),
}
