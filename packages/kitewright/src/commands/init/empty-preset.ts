/** The smallest pipeline that shows how one is written: two steps to be replaced by what the service does. */
export const emptyPreset: string = `import { command, definePipeline } from 'kitewright'

export default definePipeline(({ build }) => {
  const test = command({
    label: ':test_tube: Test',
    command: 'echo "put the command that tests this service here"',
    timeout_in_minutes: 10,
  })
  const deploy = command({
    label: ':rocket: Deploy',
    command: 'echo "put the command that deploys it here"',
    depends_on: test,
    timeout_in_minutes: 30,
  })

  return [test, build.isTrusted() && deploy]
})
`
