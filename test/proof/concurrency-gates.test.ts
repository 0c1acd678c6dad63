import { block, command, definePipeline, group, input, type Pipeline, type Steps, wait } from 'kitewright'
import { proveBuilds, simulateBuilds } from 'kitewright/simulate'
import { expect, test } from 'vitest'

const once = { retry: { manual: { allowed: false } } }
const gate = { concurrency: 1, concurrency_group: 'gate' }
const unit = command({ key: 'unit', command: 'a', ...once })
const start = command({ key: 'start', command: 'echo in', ...gate, ...once })
const deploy = command({ key: 'deploy', command: 'kubectl apply -f service.yml', depends_on: 'start', ...once })
const checks = command({ key: 'checks', command: 'a', depends_on: 'deploy', parallelism: 3 })
const end = command({ key: 'end', command: 'echo out', ...gate, depends_on: 'deploy' })
const onMain = { if: 'build.branch == "main"' }
const lint = command({ key: 'lint', command: 'a', depends_on: [] })

test.each<[string, Steps]>([
  ['of dependencies', [unit, command({ ...start, depends_on: 'unit' }), deploy, end]],
  [
    'of waits',
    [
      unit,
      start,
      wait(),
      command({ ...deploy, depends_on: undefined }),
      wait(),
      command({ ...end, depends_on: undefined }),
    ],
  ],
  ['with checks before its end', [start, deploy, checks, command({ ...end, depends_on: ['deploy', 'checks'] })]],
  [
    'around a group',
    [
      start,
      wait(),
      group({ group: 'Ship', steps: [deploy, checks] }),
      wait(),
      command({ ...end, depends_on: undefined }),
    ],
  ],
  [
    'whose end tolerates failures beside the deploy',
    [lint, start, deploy, command({ ...end, depends_on: ['deploy', { step: 'lint', allow_failure: true }] })],
  ],
  ['with a block behind it', [start, deploy, end, block({ block: 'More' })]],
  ['with the conditions of the deploy', [start, command({ ...deploy, ...onMain }), command({ ...end, ...onMain })]],
])('a deploy in a concurrency gate is alone, and in order: %s', (_, steps) => {
  const { oneAtATime, inOrder } = proveBuilds(definePipeline(steps), 'deploy')
  expect([oneAtATime, inOrder]).toEqual([
    { proved: true, because: 'the concurrency gate from step "start" to step "end" lets in one build' },
    { proved: true, because: 'the concurrency gate from step "start" to step "end" keeps the order of the builds' },
  ])
})

/** Whether two jobs of the deploy run at one time in two builds, as the simulator has them. */
function meetIn(
  pipeline: Pipeline,
  violation: Extract<ReturnType<typeof proveBuilds>['oneAtATime'], { proved: false }>['violation'],
): boolean {
  const { builds } = simulateBuilds(
    (violation.builds ?? []).map((build) => ({ pipeline, ...build })),
    violation.shared,
  )
  const jobs = builds.flatMap((build) => build.step('deploy').jobs)
  return jobs.some(({ start: from = Infinity }, at) =>
    jobs.some(({ start: other = Infinity, finish = 0 }, index) => index !== at && other <= from && from < finish),
  )
}

test.each<[string, Steps, string]>([
  [
    'a deploy that may be run again',
    [start, command({ ...deploy, retry: {} }), end],
    'somebody may run step "deploy" again, when the gate is closed',
  ],
  [
    'a step before it that may be run again',
    [command({ ...unit, retry: {} }), command({ ...start, depends_on: 'unit' }), deploy, end],
    'somebody may run step "unit" again, when the gate is closed',
  ],
  [
    'a block in it',
    [
      start,
      block({ block: 'Ship', key: 'ship', depends_on: 'start' }),
      command({ ...deploy, depends_on: 'ship' }),
      end,
    ],
    'what is behind block "ship" is queued only when somebody continues that',
  ],
  [
    'a block before it',
    [block({ block: 'Ship', key: 'ship' }), command({ ...start, depends_on: 'ship' }), deploy, end],
    'what is behind block "ship" is queued only when somebody continues that',
  ],
  [
    'a block before its end',
    [
      start,
      deploy,
      block({ block: 'Done?', key: 'done', depends_on: 'deploy' }),
      command({ ...end, depends_on: 'done' }),
    ],
    'what is behind block "done" is queued only when somebody continues that',
  ],
  [
    'an input before its end',
    [start, deploy, input({ input: 'Done?', key: 'done' }), command({ ...end, depends_on: ['deploy', 'done'] })],
    'what is behind input "done" is queued only when somebody continues that',
  ],
  [
    'an end that goes when another step fails',
    [lint, start, deploy, command({ ...end, depends_on: ['deploy', 'lint'] })],
    'step "end" may be over before step "deploy" is',
  ],
  [
    'an end that not every build has',
    [start, deploy, command({ ...end, if: 'build.message == "whole"' })],
    'step "end" may be over before step "deploy" is',
  ],
  [
    'a start that not every build has',
    [command({ ...start, if: 'build.message == "whole"' }), deploy, end],
    'step "deploy" may start without step "start"',
  ],
  [
    'a start whose failure is tolerated',
    [
      command({ ...unit }),
      command({ ...start, depends_on: 'unit' }),
      command({ ...deploy, depends_on: [{ step: 'start', allow_failure: true }] }),
      end,
    ],
    'step "deploy" may start without step "start"',
  ],
  [
    'an eager group',
    [command({ ...start, concurrency_method: 'eager' }), deploy, command({ ...end, concurrency_method: 'eager' })],
    'its group keeps no order (concurrency_method: eager)',
  ],
  [
    'a group that lets in two',
    [command({ ...start, concurrency: 2 }), deploy, command({ ...end, concurrency: 2 })],
    'its group lets in 2',
  ],
])('a concurrency gate leaks, which is told and happens in the simulator: %s', (_, steps, leak) => {
  const pipeline = definePipeline(steps)
  const { oneAtATime } = proveBuilds(pipeline, 'deploy')
  if (oneAtATime.proved) throw new Error('proved')
  expect(oneAtATime.violation.explanation.split('\n')[0]).toBe(
    `two builds run step "deploy" at one time: it has no concurrency_group, and the concurrency gate from step "start" to step "end" leaks: ${leak}`,
  )
  expect(meetIn(pipeline, oneAtATime.violation)).toBe(true)
})
