import { command } from '@kitewright/core'

const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'a variable that a shell reads': [command({ command: 'echo $HOME' })],
  'a dollar sign that begins no variable': having({ checkout: { ssh_secret: 'a$' } }),
  'a dollar sign before a digit': having({ checkout: { ssh_secret: 'a$1' } }),
  'a dollar sign before an underscore': having({ checkout: { ssh_secret: '$_a' } }),
  'braces around nothing': having({ checkout: { ssh_secret: '${}' } }),
  'an open brace': having({ checkout: { ssh_secret: '${A' } }),
  'no dollar sign': having({ checkout: { ssh_secret: 'deploy_key' } }),
}
