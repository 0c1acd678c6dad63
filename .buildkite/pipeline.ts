import { block, command, definePipeline, matrix } from 'kitewright'

export default definePipeline(({ build }) => {
  const retry = { automatic: [{ exit_status: -1, limit: 2 }] }
  const isScheduled = build.source === 'schedule'
  const tests = command({
    label: ':test_tube: Tests',
    // Properties try the same inputs for each commit, and new ones every night.
    command: isScheduled ? 'KITEWRIGHT_SEED= bash .ci/run' : 'bash .ci/run',
    timeout_in_minutes: 45,
    artifact_paths: 'dist/tests.json',
    retry,
  })
  if (isScheduled) {
    // A build that a schedule starts tests the tests: too slow for each commit.
    const on = matrix({ folder: ['order', 'attributes', 'resolve', 'agent', 'check'] })
    const mutants = command({
      label: `:dna: Mutants of ${on.value.folder}`,
      command: `npx --yes pnpm install --frozen-lockfile && npx --yes pnpm mutate --only ${on.value.folder}/`,
      matrix: on,
      timeout_in_minutes: 240,
      artifact_paths: 'dist/mutants.jsonl',
      retry,
    })
    return [tests, mutants]
  }
  if (build.branch !== 'main' || build.pull_request) return [tests]

  const tarball = command({
    label: ':package: Package',
    command: 'npx --yes pnpm package',
    depends_on: tests,
    timeout_in_minutes: 10,
    artifact_paths: 'dist/kitewright.tgz',
    retry,
  })
  const release = block({
    block: ':rocket: Release',
    prompt: 'Tags this commit with its version. The tag publishes it to npm.',
    depends_on: tarball,
  })
  const tag = command({
    label: ':label: Tag',
    command: ['tag="$(npx --yes pnpm --silent release:check)"', 'git tag "$tag"', 'git push origin "refs/tags/$tag"'],
    depends_on: release,
    timeout_in_minutes: 10,
    concurrency: 1,
    concurrency_group: 'kitewright/release',
  })
  return [tests, tarball, release, tag]
})
