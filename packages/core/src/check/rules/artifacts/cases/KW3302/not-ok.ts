import { command, interpolated } from '@kitewright/core'

const download = (args: string, more: object = {}) =>
  command({ label: 'Image', command: `buildkite-agent artifact download ${args}`, ...more })
const build = (paths: string | readonly string[]) => command({ label: 'Build', command: 'make', artifact_paths: paths })

export default {
  'the same path': [build('dist/app'), download('dist/app .')],
  'by a pattern': [build('dist/app'), download('"dist/*" .')],
  'what a pattern uploads': [build('dist/**/*'), download("'dist/bin/app' .")],
  'one of a list': [build(['logs/*', 'dist/app']), download('dist/app .')],
  'one of several in a text': [build('logs/*; dist/app'), download('dist/app .')],
  'of a step that is named': [build('dist/app'), download('dist/app . --step build')],
  'of a step that is named behind a sign': [build('dist/app'), download('--step=build dist/app .')],
  'uploaded by the agent': [
    command({ label: 'Build', command: 'make && buildkite-agent artifact upload dist/app' }),
    download('dist/app .'),
  ],
  'in a list of commands': [
    build('dist/app'),
    command({ command: ['cd /tmp', 'buildkite-agent artifact download dist/app . && ls'] }),
  ],
  'filled in': [
    build('dist/app'),
    command({ command: interpolated('buildkite-agent artifact download dist/app $TO') }),
  ],
  'by the plugin': [
    build('dist/app'),
    command({ command: 'ls', plugins: [{ 'artifacts#v1.9.4': { download: { from: 'dist/app', to: 'app' } } }] }),
  ],
  'uploaded by the plugin': [
    command({ label: 'Build', command: 'make', plugins: [{ 'artifacts#v1.9.4': { upload: 'dist/app' } }] }),
    download('dist/app .'),
  ],
  'behind another step': [
    command({ label: 'Lint', command: 'lint' }),
    build('dist/app'),
    download('dist/app .', { depends_on: 'lint' }),
  ],
}
