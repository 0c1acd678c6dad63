import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  npx: run('npx --yes prettier --check .'),
  'the latest': run('npx prettier@latest --check .'),
  'a global package': run('npm install -g typescript'),
  'pip, the second': run('pip install black==24.1.0 ruff'),
  gem: run('gem install rubocop'),
  cargo: run('cargo install ripgrep'),
  'go, the latest': run('cd x && go install example.com/tool@latest'),
}
