import { expect, test } from 'vitest'
import { insteadOfForeign } from './foreign-words.ts'

test.each([
  ['needs', 'depends_on'],
  ['dependencies', 'depends_on'],
  ['run', 'command'],
  ['script', 'command'],
  ['cmd', 'command'],
  ['runs-on', 'agents'],
  ['queue', 'agents'],
  ['uses', 'plugins'],
  ['with', 'plugin'],
  ['when', 'if:'],
  ['only', 'branches'],
  ['except', 'branches'],
  ['variables', 'env'],
  ['environment', 'env'],
  ['before_script', 'command'],
  ['after_script', 'hook'],
  ['strategy', 'matrix'],
  ['allow_failure', 'soft_fail'],
  ['continue-on-error', 'soft_fail'],
  ['timeout-minutes', 'timeout_in_minutes'],
  ['working-directory', 'cd'],
  ['working_directory', 'cd'],
  ['services', 'docker-compose'],
  ['jobs', 'steps'],
  ['stages', 'wait'],
  ['stage', 'wait'],
])('%s of another system is %s', (name, word) => {
  expect(insteadOfForeign(name)).toContain(word)
})

test.each(['command', 'constructor', 'tags', ''])('"%s" is a word of no other system', (name) => {
  expect(insteadOfForeign(name)).toBeUndefined()
})
