/** A mistake as people make it, and what they wrote when they had been told. */
export type Mistake = readonly [wrong: string, right: string]

/**
 * Pipelines that the compiler takes, with one mistake each, as their steps' source; a source with `export default` is the
 * whole program.
 */
export const logicMistakes: { readonly [name: string]: Mistake } = {
  'a misspelled key in depends_on': [
    `command({ label: 'Image', command: 'make' }), command({ command: 'deploy', depends_on: 'imgae' })`,
    `command({ label: 'Image', command: 'make' }), command({ command: 'deploy', depends_on: 'image' })`,
  ],
  'a label in depends_on': [
    `command({ label: 'Build image', command: 'make' }), command({ command: 'deploy', depends_on: 'Build image' })`,
    `command({ label: 'Build image', command: 'make' }), command({ command: 'deploy', depends_on: 'build-image' })`,
  ],
  'a misspelled key of another upload': [
    `command({ key: 'image', command: 'make' }), command({ command: 'deploy', depends_on: externalStep('imgae') })`,
    `command({ key: 'image', command: 'make' }), command({ command: 'deploy', depends_on: 'image' })`,
  ],
  'one key twice': [
    `command({ key: 'unit', command: 'a' }), command({ key: 'unit', command: 'b' })`,
    `command({ key: 'unit', command: 'a' }), command({ key: 'integration', command: 'b' })`,
  ],
  'a key with a blank': [
    `command({ key: 'unit tests', command: 'a' })`,
    `command({ key: 'unit-tests', command: 'a' })`,
  ],
  'a step that waits for itself': [
    `command({ key: 'a', command: 'a', depends_on: 'a' })`,
    `command({ key: 'a', command: 'a' })`,
  ],
  'two steps that wait for each other': [
    `command({ key: 'a', command: 'a', depends_on: 'b' }), command({ key: 'b', command: 'b', depends_on: 'a' })`,
    `command({ key: 'a', command: 'a' }), command({ key: 'b', command: 'b', depends_on: 'a' })`,
  ],
  'a dependency on a step that is not listed': [
    `export default definePipeline(() => {
  const unit = command({ label: 'Unit', command: 'npm test' })
  return [command({ command: 'deploy', depends_on: unit })]
})`,
    `export default definePipeline(() => {
  const unit = command({ label: 'Unit', command: 'npm test' })
  return [unit, command({ command: 'deploy', depends_on: unit })]
})`,
  ],
  'a step that is not listed': [
    `export default definePipeline(() => {
  const lint = command({ command: 'npm run lint' })
  const unit = command({ command: 'npm test' })
  return [unit]
})`,
    `export default definePipeline(() => {
  const lint = command({ command: 'npm run lint' })
  const unit = command({ command: 'npm test' })
  return [lint, unit]
})`,
  ],
  'a call of command that goes nowhere': [
    `export default definePipeline(() => {
  command({ command: 'npm run lint' })
  return [command({ command: 'npm test' })]
})`,
    `export default definePipeline(() => {
  return [command({ command: 'npm run lint' }), command({ command: 'npm test' })]
})`,
  ],
  'a sequence that goes nowhere': [
    `export default definePipeline(() => {
  const unit = command({ label: 'Unit', command: 'npm test' })
  const image = command({ label: 'Image', command: 'make image' })
  sequence(unit, image)
  return [unit, image]
})`,
    `export default definePipeline(() => {
  const unit = command({ label: 'Unit', command: 'npm test' })
  const image = command({ label: 'Image', command: 'make image' })
  return sequence(unit, image)
})`,
  ],
  'a pull request as text': [
    `export default definePipeline(({ env }) => [
  command({ command: 'npm test' }),
  env['BUILDKITE_PULL_REQUEST'] ? command({ command: 'make preview' }) : null,
])`,
    `export default definePipeline(({ build }) => [
  command({ command: 'npm test' }),
  build.pull_request ? command({ command: 'make preview' }) : null,
])`,
  ],
  'a step listed twice': [
    `export default definePipeline(() => {
  const unit = command({ command: 'npm test' })
  return [unit, unit]
})`,
    `export default definePipeline(() => {
  const unit = command({ command: 'npm test' })
  return [unit, command({ ...unit, label: 'Again' })]
})`,
  ],
  'a group without steps': [
    `group({ group: 'Tests', steps: [] }), command({ command: 'a' })`,
    `group({ group: 'Tests', steps: [command({ command: 'b' })] }), command({ command: 'a' })`,
  ],
  'a variable of the upload in a label': [
    `command({ label: 'Build $BUILDKITE_BRANCH', command: 'make' })`,
    `command({ label: interpolated('Build $BUILDKITE_BRANCH'), command: 'make' })`,
  ],
  'a variable of the upload in env': [
    `command({ command: 'make', env: { TAG: 'v$BUILDKITE_BUILD_NUMBER' } })`,
    `command({ command: 'make', env: { TAG: interpolated('v$BUILDKITE_BUILD_NUMBER') } })`,
  ],
  'a variable in a queue': [
    `command({ command: 'make', agents: { queue: '\${QUEUE}' } })`,
    `command({ command: 'make', agents: { queue: interpolated('\${QUEUE}') } })`,
  ],
  'two dollar signs from YAML': [`command({ command: 'echo $$HOME' })`, `command({ command: 'echo $HOME' })`],
  'the number of a parallel job at upload': [
    `command({ command: interpolated('test --shard $BUILDKITE_PARALLEL_JOB'), parallelism: 4 })`,
    `command({ command: 'test --shard $BUILDKITE_PARALLEL_JOB', parallelism: 4 })`,
  ],
  'a variable that the command sets': [
    `command({ command: interpolated('TAG=$(git describe)\\nmake $TAG') })`,
    `command({ command: 'TAG=$(git describe)\\nmake $TAG' })`,
  ],
  'an expression of GitHub': [
    `command({ command: 'make \${{ matrix.os }}', matrix: { setup: { os: ['a', 'b'] } } })`,
    `command({ command: 'make {{ matrix.os }}', matrix: { setup: { os: ['a', 'b'] } } })`,
  ],
  'a dimension that the matrix lacks': [
    `command({ command: 'make {{matrix.so}}', matrix: { setup: { os: ['a', 'b'] } } })`,
    `command({ command: 'make {{matrix.os}}', matrix: { setup: { os: ['a', 'b'] } } })`,
  ],
  'a matrix that nothing names': [
    `command({ command: 'make', matrix: ['a', 'b'] })`,
    `command({ command: 'make {{matrix}}', matrix: ['a', 'b'] })`,
  ],
  'a token without a matrix': [
    `command({ command: 'make {{matrix.os}}' })`,
    `command({ command: 'make {{matrix.os}}', matrix: { setup: { os: ['a', 'b'] } } })`,
  ],
  'a token in a key': [
    `command({ key: 'test-{{matrix}}', command: 'make {{matrix}}', matrix: ['a', 'b'] })`,
    `command({ key: 'test', command: 'make {{matrix}}', matrix: ['a', 'b'] })`,
  ],
  'a limit without a group': [
    `command({ command: 'deploy', concurrency: 1 })`,
    `command({ command: 'deploy', concurrency: 1, concurrency_group: 'deploy' })`,
  ],
  'a group without a limit': [
    `command({ command: 'deploy', concurrency_group: 'deploy' })`,
    `command({ command: 'deploy', concurrency: 1, concurrency_group: 'deploy' })`,
  ],
  'two limits for one group': [
    `command({ command: 'a', concurrency: 1, concurrency_group: 'deploy' }), command({ command: 'b', concurrency: 2, concurrency_group: 'deploy' })`,
    `command({ command: 'a', concurrency: 1, concurrency_group: 'deploy' }), command({ command: 'b', concurrency: 1, concurrency_group: 'deploy' })`,
  ],
  'one equals sign': [
    `command({ command: 'a', if: 'build.branch = "main"' })`,
    `command({ command: 'a', if: 'build.branch == "main"' })`,
  ],
  'three equals signs': [
    `command({ command: 'a', if: 'build.branch === "main"' })`,
    `command({ command: 'a', if: 'build.branch == "main"' })`,
  ],
  'and for &&': [
    `command({ command: 'a', if: 'build.branch == "main" and build.tag == null' })`,
    `command({ command: 'a', if: 'build.branch == "main" && build.tag == null' })`,
  ],
  'a branch without quotes': [
    `command({ command: 'a', if: 'build.branch == main' })`,
    `command({ command: 'a', if: 'build.branch == "main"' })`,
  ],
  'a variable of another name': [
    `command({ command: 'a', if: 'branch == "main"' })`,
    `command({ command: 'a', if: 'build.branch == "main"' })`,
  ],
  'a glob for a regular expression': [
    `command({ command: 'a', if: 'build.branch =~ "release/*"' })`,
    `command({ command: 'a', if: 'build.branch =~ /^release\\\\//' })`,
  ],
  'a glob without quotes': [
    `command({ command: 'a', if: 'build.branch =~ release/*' })`,
    `command({ command: 'a', if: 'build.branch =~ /^release\\\\//' })`,
  ],
  'a bracket that is not closed': [
    `command({ command: 'a', if: '(build.branch == "main"' })`,
    `command({ command: 'a', if: '(build.branch == "main")' })`,
  ],
  'a pull request compared with false': [
    `command({ command: 'a', if: 'build.pull_request.id == "false"' })`,
    `command({ command: 'a', if: 'build.pull_request.id == null' })`,
  ],
  'a source that no build has': [
    `command({ command: 'a', if: 'build.source == "scheduled"' })`,
    `command({ command: 'a', if: 'build.source == "schedule"' })`,
  ],
  'a condition that is text': [
    `command({ command: 'a', if: 'build.branch' })`,
    `command({ command: 'a', if: 'build.branch == "main"' })`,
  ],
  'a blank condition': [`command({ command: 'a', if: ' ' })`, `command({ command: 'a' })`],
  'a condition beside branches': [
    `command({ command: 'a', if: 'build.tag == null', branches: 'main' })`,
    `command({ command: 'a', if: 'build.tag == null && build.branch == "main"' })`,
  ],
  'branches with commas': [
    `command({ command: 'a', branches: 'main,develop' })`,
    `command({ command: 'a', branches: 'main develop' })`,
  ],
  'a regular expression for branches': [
    `command({ command: 'a', branches: '/^release/' })`,
    `command({ command: 'a', branches: 'release*' })`,
  ],
  'artifacts with commas': [
    `command({ command: 'a', artifact_paths: 'logs/*.txt,coverage/**' })`,
    `command({ command: 'a', artifact_paths: 'logs/*.txt;coverage/**' })`,
  ],
  'an artifact before it is made': [
    `command({ command: 'make', artifact_paths: 'dist/app.tgz' }), command({ command: 'buildkite-agent artifact download dist/app.tgz .' })`,
    `command({ key: 'make', command: 'make', artifact_paths: 'dist/app.tgz' }), command({ command: 'buildkite-agent artifact download dist/app.tgz .', depends_on: 'make' })`,
  ],
  'an empty command': [`command({ command: '' })`, `command({ command: 'npm test' })`],
  'a reason to skip that says no': [
    `command({ command: 'a', skip: 'false' })`,
    `command({ command: 'a', skip: false })`,
  ],
  'a wait beside a block': [
    `command({ command: 'a' }), wait(), block({ block: 'Go' }), command({ command: 'b' })`,
    `command({ command: 'a' }), block({ block: 'Go' }), command({ command: 'b' })`,
  ],
  'a dependency that jumps a block': [
    `command({ key: 'image', command: 'a' }), block({ block: 'Deploy?' }), command({ command: 'deploy', depends_on: 'image' })`,
    `command({ key: 'image', command: 'a' }), block({ block: 'Deploy?', key: 'go' }), command({ command: 'deploy', depends_on: ['image', 'go'] })`,
  ],
  'a channel without #': [
    `command({ command: 'a', notify: [{ slack: 'builds' }] })`,
    `command({ command: 'a', notify: [{ slack: '#builds' }] })`,
  ],
  'the name of a pipeline for its slug': [
    `trigger({ trigger: 'Deploy Payments' })`,
    `trigger({ trigger: 'deploy-payments' })`,
  ],
  'a command for a shell in the build of a trigger': [
    `trigger({ trigger: 'deploy', build: { env: { VERSION: '$(cat VERSION)' } } })`,
    `trigger({ trigger: 'deploy', build: { env: { VERSION: interpolated('$VERSION') } } })`,
  ],
  'a variable with a hyphen': [
    `command({ command: 'a', env: { 'NODE-ENV': 'test' } })`,
    `command({ command: 'a', env: { NODE_ENV: 'test' } })`,
  ],
  'a password in plain sight': [
    `command({ command: 'a', env: { NPM_TOKEN: 'npm_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789' } })`,
    `command({ command: 'a', secrets: ['NPM_TOKEN'] })`,
  ],
  'a plugin without a version': [
    `command({ command: 'a', plugins: ['docker-compose'] })`,
    `command({ command: 'a', plugins: ['docker-compose#v5.5.0'] })`,
  ],
  'a plugin at its branch': [
    `command({ command: 'a', plugins: ['docker-compose#main'] })`,
    `command({ command: 'a', plugins: ['docker-compose#v5.5.0'] })`,
  ],
  'the options of a plugin beside it': [
    `command({ command: 'a', plugins: [{ 'docker#v5.13.0': null, image: 'node' }] })`,
    `command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: 'node' } }] })`,
  ],
  'a reason of retry that no job has': [
    `command({ command: 'a', retry: { automatic: [{ signal_reason: 'agent_lost' as never, limit: 2 }] } })`,
    `command({ command: 'a', retry: { automatic: [{ signal_reason: 'agent_stop', limit: 2 }] } })`,
  ],
  'a rule of retry behind one for all': [
    `command({ command: 'a', retry: { automatic: [{ limit: 2 }, { exit_status: 137, limit: 1 }] } })`,
    `command({ command: 'a', retry: { automatic: [{ exit_status: 137, limit: 1 }, { limit: 2 }] } })`,
  ],
  'a field twice': [
    `input({ input: 'Notes', fields: [{ text: 'A', key: 'note' }, { text: 'B', key: 'note' }] })`,
    `input({ input: 'Notes', fields: [{ text: 'A', key: 'note' }, { text: 'B', key: 'more' }] })`,
  ],
  'a default that is no option': [
    `input({ input: 'Go', fields: [{ select: 'Stream', key: 'stream', default: 'nightly', options: [{ label: 'Beta', value: 'beta' }] }] })`,
    `input({ input: 'Go', fields: [{ select: 'Stream', key: 'stream', default: 'beta', options: [{ label: 'Beta', value: 'beta' }] }] })`,
  ],
  'nothing at all': [`export default definePipeline([])`, `export default definePipeline([command({ command: 'a' })])`],
}
