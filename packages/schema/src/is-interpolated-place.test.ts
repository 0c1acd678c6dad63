import { expect, test } from 'vitest'
import { isInterpolatedPlace } from './is-interpolated-place.ts'

test.each([
  ['command', ['command']],
  ['command', ['command', 1]],
  ['command', ['env', 'NAME']],
  ['command', ['plugins', 0, 'docker#v5.13.0', 'image']],
  ['command', ['matrix', 'setup', 'os', 0]],
  ['command', ['matrix', 'adjustments', 0, 'with', 'os']],
  ['command', ['matrix', 'adjustments', 0, 'soft_fail']],
  ['command', ['cache']],
  ['command', ['cache', 0]],
  ['command', ['cache', 'paths', 0]],
  ['command', ['checkout', 'flags', 'clone']],
  ['command', ['an_attribute_to_come', 'deep']],
  ['trigger', ['build', 'env', 'NAME']],
  ['block', ['fields', 0, 'default']],
  ['group', ['notify', 0, 'slack']],
  ['pipeline', ['env', 'NAME']],
  ['pipeline', ['cache', 'an_option_to_come']],
  ['pipeline', ['checkout', 'flags', 'fetch']],
] as const)('the agent interpolates %s %j', (kind, path) => {
  expect(isInterpolatedPlace(kind, path)).toBe(true)
})

test.each([
  ['command', ['secrets']],
  ['command', ['secrets', 0]],
  ['command', ['secrets', 'DEPLOY_TOKEN']],
  ['command', ['signature', 'value']],
  ['command', ['matrix', 'adjustments', 3, 'skip']],
  ['command', ['cache', 'an_option_to_come']],
  ['command', ['checkout', 'ssh_secret']],
  ['command', ['checkout', 'depth']],
  ['command', ['checkout', 'sparse', 'paths', 0]],
  ['command', ['checkout', 'commit_verification']],
  ['pipeline', ['secrets', 0]],
  ['pipeline', ['checkout', 'sparse', 'paths']],
  ['pipeline', ['checkout', 'ssh_secret']],
] as const)('the agent leaves %s %j alone', (kind, path) => {
  expect(isInterpolatedPlace(kind, path)).toBe(false)
})
