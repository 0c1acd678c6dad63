import { command, sequence, wait } from '@kitewright/core'

const download = (args: string, more: object = {}) =>
  command({ label: 'Image', command: `buildkite-agent artifact download ${args}`, ...more })
const build = (paths: string | readonly string[]) => command({ label: 'Build', command: 'make', artifact_paths: paths })

export default {
  'what it waits for': sequence(build('dist/app'), download('dist/app .')),
  'what it waits for through another step': sequence(
    build('dist/app'),
    command({ label: 'Other', command: 'a' }),
    download('dist/app .'),
  ),
  'behind a wait': [build('dist/app'), wait(), download('dist/app .')],
  'what no step uploads': [build('dist/app'), download('other .')],
  'of another build': [build('dist/app'), download('dist/app . --build 018f')],
  'of another build, behind a sign': [build('dist/app'), download('dist/app . --build=018f')],
  'a name that only the job knows': [build('dist/app'), download('"dist/$NAME" .')],
  'what the step uploads itself': [
    command({ command: ['make', 'buildkite-agent artifact download dist/app .'], artifact_paths: 'dist/app' }),
  ],
  'of several that upload it, it waits for one': [
    command({ label: 'Other', command: 'make', artifact_paths: 'dist/app' }),
    ...sequence(build('dist/app'), download('dist/app .')),
  ],
  'of a step that does not upload it': [build('dist/app'), download('dist/app . --step lint')],
}
