import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../source-files.ts'
import { startCloud } from '../stack/cloud.ts'
import { describeWith } from '../stack/describe-with.ts'
import { startFailingCloudFormation } from '../stack/failing-cloudformation.ts'
import { type Ended, serviceRepository } from './service-repository.ts'

const image = (digit: string): string => `127.0.0.1:5001/payments@sha256:${digit.repeat(64)}`
const service = { SERVICE: 'payments', DEPLOY_POLL_SECONDS: '0.1' }

describeWith('deploy, by an emulator of AWS', await startCloud(), ({ env, aws }) => {
  const repository = serviceRepository('payments')
  const first = repository.commit('First')
  const second = repository.commit('Second')
  const deploy = (commit: string, digit: string, flags = ''): Ended =>
    repository.run(`.buildkite/scripts/deploy test --image payments=${image(digit)} ${flags}`, {
      ...env,
      ...service,
      BUILDKITE_COMMIT: commit,
    })
  const held = (): Readonly<Record<string, string>> => {
    const rows = aws(
      'cloudformation',
      'describe-stacks',
      '--stack-name',
      'payments-test',
      '--query',
      'Stacks[0].Tags[].[Key,Value]',
    )
    return Object.fromEntries(rows.split('\n').map((row) => row.split('\t') as [string, string]))
  }

  test('a dry run shows what would be made, and makes nothing', () => {
    const { code, answer, output } = deploy(first, 'a', '--dry-run')
    expect({ code, answer }).toEqual({ code: 0, answer: 'a dry run: nothing was changed' })
    expect(output).toContain('Add\tGroup\tAWS::AutoScaling::AutoScalingGroup')
    expect(held).toThrow('does not exist')
  })

  test('the first deployment makes everything, with the image by its digest', () => {
    const { code, answer } = deploy(first, 'a')
    expect({ code, answer }).toEqual({
      code: 0,
      answer: `payments-test has commit ${first} (CREATE_COMPLETE)`,
    })
    expect(held()).toEqual({ 'deployed-commit': first, 'deployed-image/payments': image('a') })
    const data = aws(
      'ec2',
      'describe-launch-template-versions',
      '--versions',
      '$Latest',
      '--filters',
      'Name=is-default-version,Values=true',
      '--query',
      'LaunchTemplateVersions[0].LaunchTemplateData.UserData',
    )
    expect(Buffer.from(data, 'base64').toString()).toContain(image('a'))
  })

  test('the same again is nothing to do, which is success', () => {
    const { code, answer } = deploy(first, 'a')
    expect({ code, answer }).toEqual({ code: 0, answer: 'payments-test has all of this already: nothing to do' })
  })

  test('the next one records what was there before', () => {
    expect(deploy(second, 'b').code).toBe(0)
    expect(held()).toEqual({
      'deployed-commit': second,
      'previous-commit': first,
      'deployed-image/payments': image('b'),
      'previous-image/payments': image('a'),
    })
  })

  test('an older commit is refused', () => {
    const { code, problem } = deploy(first, 'a')
    expect({ code, problem }).toEqual({
      code: 4,
      problem: `deploy: payments-test has commit ${second}, which is newer than ${first} (--older deploys all the same)`,
    })
  })

  test('a roll-back brings the image before', () => {
    const { code } = repository.run('.buildkite/scripts/deploy test --roll-back', { ...env, ...service })
    expect({ code, image: held()['deployed-image/payments'] }).toEqual({ code: 0, image: image('a') })
  })

  test('where the deployed commit is not known here, nothing is deployed unless told to', () => {
    const other = serviceRepository('payments')
    const run = (flags: string): Ended =>
      other.run(`.buildkite/scripts/deploy test --image payments=${image('c')} ${flags}`, { ...env, ...service })
    expect(run('').problem).toMatch(/which is not in this repository: whether it is newer is not known/)
    expect(run('--older').code).toBe(0)
  })
})

const aws = programOf('aws') ?? 'the AWS command line is not installed (pip install awscli)'

describeWith('a deployment that fails, by the AWS command line', aws, () => {
  test.each([
    [
      'UPDATE_ROLLBACK_COMPLETE',
      'payments-test was rolled back: what was there before is there again (UPDATE_ROLLBACK_COMPLETE)',
    ],
    ['UPDATE_ROLLBACK_FAILED', 'payments-test is in UPDATE_ROLLBACK_FAILED: a person has to look at it'],
  ])('%s: the events of this deployment say why, and the step fails', async (ending, says) => {
    const { env, stop } = await startFailingCloudFormation(ending)
    const repository = serviceRepository('payments')
    const { code, problem, output } = await repository.runBeside(
      `.buildkite/scripts/deploy test --image payments=${image('a')}`,
      { ...env, ...service },
    )
    stop()
    expect({ code, problem }).toEqual({ code: 1, problem: `deploy: ${says}` })
    expect(output).toContain('Group\tUPDATE_FAILED\tReceived 0 SUCCESS signal(s) out of 1')
    expect(output).not.toContain('long ago')
  })
})

const lint = programOf('cfn-lint') ?? 'it is not installed (pip install cfn-lint)'

describeWith('cfn-lint', lint, ({ program }) => {
  test('has nothing to say of the templates', () => {
    const templates = readdirSync(join(root, 'examples')).map((name) => `${name}/cloudformation/service.yml`)
    const there = templates.filter((file) => existsSync(join(root, 'examples', file)))
    const { status, stdout } = spawnSync(program, there, { cwd: join(root, 'examples'), encoding: 'utf8' })
    expect({ status, stdout, some: there.length > 0 }).toEqual({ status: 0, stdout: '', some: true })
  })
})

function programOf(name: string): { readonly program: string } | undefined {
  const program = spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim()
  return program === '' ? undefined : { program }
}
