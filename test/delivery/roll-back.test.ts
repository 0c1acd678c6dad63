import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeWith } from '../stack/describe-with.ts'
import { startLocalstack } from '../stack/localstack.ts'
import { type Ended, serviceRepository } from './service-repository.ts'

/** As much of a service as the emulator knows. */
const template = `Parameters:
  Image: { Type: String }
Resources:
  Release: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Image } }
`
const broken = '  Broken: { Type: AWS::SSM::Parameter, Properties: { Type: Nonsense, Value: a } }\n'

describeWith(
  'deployments that CloudFormation rolls back, by an emulator',
  await startLocalstack(),
  ({ env, inside }) => {
    const repository = serviceRepository('payments')
    const deploy = (stack: string, digit: string, text: string): Ended => {
      writeFileSync(join(repository.folder, 'cloudformation/small.yml'), text)
      const commit = repository.commit(digit)
      const image = `payments=127.0.0.1:5001/payments@sha256:${digit.repeat(64)}`
      return repository.run(inside(`.buildkite/scripts/deploy ${stack} --image ${image}`), {
        ...env,
        SERVICE: 'payments',
        TEMPLATE: 'cloudformation/small.yml',
        DEPLOY_POLL_SECONDS: '0.1',
        BUILDKITE_COMMIT: commit,
      })
    }
    const reason = 'Broken\tCREATE_FAILED\tResource provider operation failed: An error occurred (ValidationException)'

    // What was there before is not looked at: the emulator says that it rolled back, and forgets what it had.
    test('an update that fails is told of by the resource that failed, and by what became of the stack', () => {
      const codes = [deploy('test', 'a', template).code]
      const { code, problem, output } = deploy('test', 'b', template + broken)
      expect({ codes: [...codes, code], problem, saysWhy: output.includes(reason) }).toEqual({
        codes: [0, 1],
        problem:
          'deploy: payments-test was rolled back: what was there before is there again (UPDATE_ROLLBACK_COMPLETE)',
        saysWhy: true,
      })
    })

    test('a stack that was never brought up is said to hold nothing, and is made anew', () => {
      const { code, problem, output } = deploy('prod', 'a', template + broken)
      const next = deploy('prod', 'b', template)
      expect({
        code,
        problem,
        saysWhy: output.includes(reason),
        next: next.code,
        begins: next.output.split('\n')[0],
      }).toEqual({
        code: 1,
        problem:
          'deploy: payments-prod was rolled back: it held nothing before, and holds nothing now (ROLLBACK_COMPLETE)',
        saysWhy: true,
        next: 0,
        begins: 'payments-prod was never brought up (ROLLBACK_COMPLETE): it holds nothing, and is made anew',
      })
    })
  },
)
