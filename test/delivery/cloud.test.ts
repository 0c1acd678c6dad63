import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../source-files.ts'
import { startCloud } from '../stack/cloud.ts'
import { describeWith } from '../stack/describe-with.ts'
import { startFailingCloudFormation } from '../stack/failing-cloudformation.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { programFolder } from './program-folder.ts'
import { type Ended, serviceRepository } from './service-repository.ts'

const image = (digit: string): string => `127.0.0.1:5001/payments@sha256:${digit.repeat(64)}`
const service = { SERVICE: 'payments', DEPLOY_POLL_SECONDS: '0.1' }

describeWith('deploy, by an emulator of AWS', await startCloud(), ({ env, aws }) => {
  const repository = serviceRepository('payments')
  const first = repository.commit('First')
  const second = repository.commit('Second')
  const deploy = (commit: string, digit: string, flags = '', more: Readonly<Record<string, string>> = {}): Ended =>
    repository.run(`.buildkite/scripts/deploy test --image payments=${image(digit)} ${flags}`, {
      ...env,
      ...service,
      BUILDKITE_COMMIT: commit,
      ...more,
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
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)

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
    expect(held()).toEqual({ 'deployed-commit': first, 'deployed-image/payments': image('a'), 'deployed-at': time })
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

  test('the same again is nothing to do, which is success, whoever approves it', () => {
    const { code, answer } = deploy(first, 'a', '', { BUILDKITE_UNBLOCKER: 'Ada' })
    expect({ code, answer }).toEqual({ code: 0, answer: 'payments-test has all of this already: nothing to do' })
  })

  test('the next one records what was there before, who approved it, and what they answered', () => {
    const calls = join(temporaryFolder(), 'calls')
    const programs = programFolder({
      'buildkite-agent': `
        case "$*" in
          'meta-data get release-reason --default ') printf 'It <b>*rounds*</b>;\n  "ünd" $(so) %s\n' '${'é'.repeat(200)}' ;;
          'meta-data get release-qa --default ') echo done ;;
          'meta-data set '*) echo "$*" >>'${calls}' ;;
          annotate*) { echo "$*"; cat; } >>'${calls}' ;;
        esac`,
    })
    const { code } = deploy(second, 'b', '', {
      PATH: `${programs}:${process.env['PATH']}`,
      BUILDKITE_JOB_ID: 'job',
      BUILDKITE_BUILD_URL: 'https://buildkite.com/acme/payments/builds/7',
      BUILDKITE_UNBLOCKER: '<i>Ada</i> [x](y)',
      BUILDKITE_UNBLOCKER_EMAIL: 'ada@example.com',
      ANSWERS: 'release-reason release-qa release-acceptance',
    })
    const record = {
      'deployed-commit': second,
      'previous-commit': first,
      'deployed-image/payments': image('b'),
      'previous-image/payments': image('a'),
      'deployed-at': time,
      'deployed-build': 'https://buildkite.com/acme/payments/builds/7',
      'approved-by': 'i Ada /i   x  y',
      'approved-by-email': 'ada@example.com',
      'approval/release-reason': `It  b  rounds  /b     "ünd"   so  ${'é'.repeat(110)}`.replaceAll('"', ' '),
      'approval/release-qa': 'done',
    }
    expect({ code, held: held() }).toEqual({ code: 0, held: record })
    const { output } = repository.run('.buildkite/scripts/deploy test --status', { ...env, ...service })
    expect(
      Object.fromEntries(
        output
          .trimEnd()
          .split('\n')
          .map((row) => row.split('\t')),
      ),
    ).toEqual({
      status: 'UPDATE_COMPLETE',
      ...record,
    })
    const said = readFileSync(calls, 'utf8')
    expect(said.slice(0, said.indexOf('\nmeta-data')))
      .toBe(String.raw`annotate --style success --context deploy-payments-test
**payments-test** has commit ${second}, approved by \<i\>Ada\<\/i\> \[x\]\(y\)

- release\-reason: It \<b\>\*rounds\*\<\/b\>\;   \"ünd\" \$\(so\) ${'é'.repeat(200)}
- release\-qa: done`)
    expect(said).toMatch(new RegExp(`^meta-data set deployed-payments-test \\d+ ${second} ${first}$`, 'm'))
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
