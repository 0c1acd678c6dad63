import { command } from '@kitewright/core'

const on = (regex: string) => command({ command: 'a', if: `build.branch =~ ${regex}` })

export default {
  'letters and signs': [on('/^release-[0-9]+(\\.\\d+)*$/'), on('/a|b/i'), on('/a\\/b/'), on('/a}/')],
  classes: [on('/[]a]/'), on('/[^a-c]/'), on('/[[:digit:][:^alpha:]]/'), on('/[a-]/'), on('/[(?<a]/')],
  groups: [on('/(?:a)(?=b)(?!c)/'), on('/(?i)a(?#a comment)b/'), on('/(a)\\1/')],
  repetitions: [on('/a{2}b{2,}c{2,3}d*?e+?f??/')],
  'escapes of what is refused': [on('/\\(\\?<=a\\)\\+\\+/')],
}
