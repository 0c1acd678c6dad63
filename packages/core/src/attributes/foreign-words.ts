/** What other systems call an attribute, by its name there, with what Buildkite has for it. */
const elsewhere: Readonly<Record<string, string>> = {
  needs: "write depends_on: ['…'], with the keys of the steps",
  dependencies: "write depends_on: ['…'], with the keys of the steps",
  run: "write command: '…'",
  script: "write command: '…'",
  cmd: "write command: '…'",
  'runs-on': "write agents: { queue: '…' }",
  queue: "write agents: { queue: '…' }",
  uses: "write plugins: ['…#v1.0.0'], or run what it does as a command",
  with: 'options stand under their plugin, and variables in env',
  when: 'write if: \'…\', a condition such as build.branch == "main"',
  only: "write branches: '…', or a condition: if: 'build.branch == \"main\"'",
  except: "write branches: '!…', or a condition: if: 'build.branch != \"main\"'",
  variables: 'write env: { NAME: … }',
  environment: 'write env: { NAME: … }',
  before_script: 'put these lines at the head of command, or into a pre-command hook',
  after_script: 'put these lines into a pre-exit hook, which runs after a failure too',
  strategy: "write matrix: { setup: { os: ['…'] } }",
  allow_failure: 'write soft_fail: true',
  'continue-on-error': 'write soft_fail: true',
  'timeout-minutes': 'write timeout_in_minutes: …',
  'working-directory': 'write cd … as the first line of command',
  working_directory: 'write cd … as the first line of command',
  services: 'start them with the docker-compose plugin',
  jobs: 'write steps: a list of steps',
  stages: 'write steps: a list of steps, with wait steps between the stages',
  stage: 'put a wait step between stages, or the steps of a stage into a group',
}

/** What Buildkite has for an attribute of another system. Returns undefined for any other name. */
export function insteadOfForeign(name: string): string | undefined {
  return Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined
}
