import { command } from '@kitewright/core'

const on = (condition: string) => command({ command: 'a', if: condition })

export default {
  'the end of the text': [on('build.branch =~ /^main$/'), on('build.branch =~ /^(a$|b$)/')],
  'a dollar sign inside': [on('build.message =~ /\\$5/'), on('build.message =~ /a\\$b$/')],
  'a dollar sign at the end, for sure': [on('build.message =~ /[$]/'), on('build.message =~ /[\\$]/')],
  'a backslash at the end of the text': [on('build.message =~ /\\\\$/'), on('build.message =~ /\\\\\\\\$/')],
  'text that is not a regular expression': [on('build.message == "costs \\$"')],
}
