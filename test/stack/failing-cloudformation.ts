import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import { emulated } from './emulated.ts'

/** A CloudFormation in which a deployment fails: what no emulator does that is small enough. */
export interface FailingCloudFormation {
  readonly env: Readonly<Record<string, string>>
  readonly stop: () => void
}

/** What of a stack's last deployment is told, the newest first. */
const events = [
  ['payments-test', 'UPDATE_ROLLBACK_COMPLETE', ''],
  ['Group', 'UPDATE_FAILED', 'Received 0 SUCCESS signal(s) out of 1'],
  ['payments-test', 'UPDATE_IN_PROGRESS', 'User Initiated'],
  ['Name', 'CREATE_FAILED', 'of a deployment long ago'],
] as const

/**
 * Starts it, with a stack payments-test that takes any change and then ends as told.
 *
 * @param ending The state in which the stack ends, such as `UPDATE_ROLLBACK_COMPLETE`.
 */
export async function startFailingCloudFormation(ending: string): Promise<FailingCloudFormation> {
  // After the change set is executed, asked once while it goes on, and then at its end.
  const states = ['UPDATE_IN_PROGRESS', ending]
  let isExecuted = false
  const stack = (): string => {
    const state = isExecuted ? (states.length > 1 ? states.shift() : states[0]) : 'CREATE_COMPLETE'
    return `<Stacks><member><StackName>payments-test</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>${state}</StackStatus></member></Stacks>`
  }
  const answers: Readonly<Record<string, () => string>> = {
    DescribeStacks: stack,
    CreateChangeSet: () => '<Id>change-set</Id>',
    DescribeChangeSet: () => '<Status>CREATE_COMPLETE</Status>',
    ExecuteChangeSet: () => {
      isExecuted = true
      return ''
    },
    DescribeStackEvents: () =>
      `<StackEvents>${events
        .map(
          ([name, status, reason]) =>
            `<member><StackId>s</StackId><EventId>e</EventId><StackName>payments-test</StackName><Timestamp>2026-01-01T00:00:00Z</Timestamp><LogicalResourceId>${name}</LogicalResourceId><ResourceStatus>${status}</ResourceStatus><ResourceStatusReason>${reason}</ResourceStatusReason></member>`,
        )
        .join('')}</StackEvents>`,
  }
  const server = createServer(async (request, response) => {
    const action = new URLSearchParams(await text(request)).get('Action') ?? ''
    const answer = answers[action]
    response
      .writeHead(answer ? 200 : 400, { 'content-type': 'text/xml' })
      .end(`<${action}Response><${action}Result>${answer?.() ?? ''}</${action}Result></${action}Response>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    env: emulated(`http://127.0.0.1:${port}`),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
