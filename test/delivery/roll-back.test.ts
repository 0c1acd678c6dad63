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
    const held = (stack: string): string =>
      repository.run(
        inside(
          `aws cloudformation describe-stacks --stack-name payments-${stack} --output text --query "Stacks[0].Parameters[?ParameterKey=='Image'].ParameterValue | [0]"`,
        ),
        env,
      ).answer

    test('what fails is told of by its resource, the step fails, and what was there is there again', () => {
      const before = deploy('test', 'a', template)
      const { code, problem, output } = deploy('test', 'b', template + broken)
      expect({ before: before.code, code, problem, output, held: held('test') }).toEqual({})
    })

    test('the next one goes on from there', () => {
      expect(deploy('test', 'c', template)).toEqual({})
    })

    test('a stack that was never brought up is made anew', () => {
      expect([deploy('prod', 'a', template + broken), deploy('prod', 'b', template)]).toEqual({})
    })
  },
)
