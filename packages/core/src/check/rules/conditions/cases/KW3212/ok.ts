import { command } from '@kitewright/core'

const on = (condition: string) => command({ command: 'a', if: condition })

export default {
  'a comparison with true': [on('build.pull_request.draft == true'), on('build.pull_request.draft != false')],
  'a choice of true and false': [on('build.tag == null ? true : false')],
  'a variable': [on('build.pull_request.draft')],
}
