import { block, command, definePipeline, group, input, interpolated, matrix, plugin, trigger, wait } from 'kitewright'

const notes = input({
  input: 'Release notes',
  key: 'notes',
  prompt: 'What is in this release?',
  submit: 'Send',
  fields: [
    { text: 'Summary', key: 'summary', hint: 'One line', required: true, default: 'Fixes', format: '.{3,80}' },
    {
      select: 'Stream',
      key: 'stream',
      hint: 'Who gets it',
      required: false,
      multiple: true,
      default: ['beta'],
      options: [
        { label: 'Stable', value: 'stable', hint: 'Everyone', required: false },
        { label: 'Beta', value: 'beta' },
      ],
    },
  ],
  blocked_state: 'running',
  allowed_teams: ['release-managers'],
  depends_on: [],
  allow_dependency_failure: false,
  branches: 'main release/*',
})

const on = matrix(
  { os: ['linux', 'darwin'], node: ['22', '24'] },
  {
    adjustments: [{ with: { os: 'darwin', node: '22' }, skip: 'no such agents' }],
    additions: [{ with: { os: 'windows', node: '24' }, soft_fail: [{ exit_status: '*' }] }],
  },
)

const unit = command({
  label: `:test_tube: Unit on ${on.value.os}, Node ${on.value.node}`,
  key: 'unit',
  command: ['npm ci', 'npm test'],
  allow_dependency_failure: true,
  if: 'build.message !~ /skip tests/',
  matrix: on,
  env: { NODE_ENV: 'test', COMMIT: interpolated('${BUILDKITE_COMMIT}') },
  secrets: { NPM_TOKEN: 'REGISTRY_TOKEN' },
  plugins: ['artifacts#v1.9.4', plugin('docker#v5.13.0', { image: `node:${on.value.node}`, 'mount-checkout': true })],
  agents: { queue: on.value.os },
  priority: 10,
  checkout: {
    skip: false,
    submodules: true,
    lfs: false,
    depth: 50,
    flags: { clone: '--filter=blob:none', fetch: '--prune', checkout: '--force', clean: '-ffxdq' },
    sparse: { paths: ['services/payments', 'libs'] },
    ssh_secret: 'DEPLOY_KEY',
    commit_verification: 'strict',
  },
  cache: { name: 'npm', size: '20g', paths: ['node_modules'] },
  artifact_paths: ['coverage/**/*', 'logs/*.log'],
  timeout_in_minutes: 15,
  retry: {
    automatic: [
      { exit_status: -1, limit: 2 },
      { exit_status: [125, 137], signal: ['SIGKILL', 'SIGTERM'], signal_reason: 'agent_stop', limit: 1 },
    ],
    manual: { allowed: true, permit_on_passed: false },
  },
  soft_fail: [{ exit_status: 42 }],
  cancel_on_build_failing: true,
  notify: [
    'github_check',
    { slack: { channels: ['#builds', '@ada'], message: 'Unit tests are done' }, if: "step.outcome == 'hard_failed'" },
    { basecamp_campfire: 'https://3.basecamp.com/1/integrations/2/buckets/3/chats/4/lines' },
    { github_commit_status: { context: 'unit' } },
  ],
})

const shards = command({
  label: ':chrome: Browser %n',
  command: 'npm run test:browser',
  branches: ['main', 'feature/*', '!feature/docs-*'],
  if_changed: { include: ['web/**', 'libs/**'], exclude: '**/*.md' },
  parallelism: 4,
  image: 'mcr.microsoft.com/playwright:v1.50.0',
  retry: { manual: { allowed: false, reason: 'Fix flaky tests instead' } },
})

const fuzz = command({ label: ':game_die: Fuzz', command: 'npm run fuzz', skip: 'until the new harness is there' })

const tests = group({
  group: ':lock: Tests',
  key: 'tests',
  depends_on: notes,
  allow_dependency_failure: false,
  if: "build.source != 'schedule'",
  if_changed: ['services/**', 'web/**'],
  skip: false,
  notify: [{ slack: '#builds' }],
  steps: [unit, shards, fuzz],
})

const release = block({
  block: 'Release',
  key: 'release',
  prompt: 'Release to everyone?',
  submit: 'Release',
  fields: [{ text: 'Reason', key: 'reason' }],
  blocked_state: 'passed',
  allowed_teams: 'release-managers',
  depends_on: [tests, { step: notes, allow_failure: true }],
  allow_dependency_failure: false,
  if: "build.branch == 'main'",
})

const deploy = command({
  label: ':rocket: Deploy',
  key: 'deploy',
  command: `scripts/deploy "$(${release.fields.reason.command})"`,
  depends_on: [release, tests],
  // As the block has it: in other builds nobody could say no.
  if: "build.branch == 'main'",
  concurrency: 1,
  concurrency_group: 'everything/production',
  concurrency_method: 'eager',
})

const smoke = trigger({
  trigger: 'smoke-tests',
  label: ':fire: Smoke tests',
  key: 'smoke',
  build: {
    message: 'Smoke tests of the release',
    commit: 'HEAD',
    branch: 'main',
    env: { STAGE: 'production' },
    meta_data: { release: '1.2.3' },
  },
  async: false,
  depends_on: deploy,
  allow_dependency_failure: false,
  if: "build.branch == 'main'",
  if_changed: 'services/**',
  skip: false,
  parallelism: 2,
  soft_fail: true,
})

const docs = trigger({ trigger: 'docs', branches: 'main', async: true, depends_on: [] })

const end = wait({
  key: 'end',
  continue_on_failure: true,
  depends_on: [smoke, deploy],
  allow_dependency_failure: true,
  if: "build.branch == 'main'",
  allow: { KW3114: 'the documentation may come later' },
})

const report = command({ label: ':memo: Report', command: 'scripts/report', depends_on: [end, smoke] })

const feedback = input({ input: 'Feedback', if: 'build.pull_request.id != null', depends_on: [] })

const cleanUp = block({ block: 'Clean up?', key: 'may-clean', branches: '!main', depends_on: [] })

const cleaning = command({ label: ':broom: Clean up', command: 'scripts/clean-up', depends_on: cleanUp })

const quiet = wait({ branches: 'main' })

const done = command({ label: ':white_check_mark: Done', command: 'true' })

export default definePipeline({
  env: { CI_STAGE: 'test' },
  agents: ['queue=default'],
  image: 'node:22-alpine',
  secrets: ['REGISTRY_URL'],
  checkout: { submodules: false },
  cache: 'node_modules',
  priority: 1,
  notify: [
    { email: 'dev@example.com', if: "build.state == 'failed'" },
    { webhook: 'https://hooks.example.com/builds' },
    { pagerduty_change_event: '0123456789abcdef0123456789abcdef' },
    { github_commit_status: { context: 'everything', blocked_builds_as_pending: true } },
    { github_check: { name: 'everything', output: { title: 'Everything', summary: 'All of it' } } },
  ],
  steps: [notes, tests, release, deploy, smoke, docs, end, report, feedback, cleanUp, cleaning, quiet, done],
})
