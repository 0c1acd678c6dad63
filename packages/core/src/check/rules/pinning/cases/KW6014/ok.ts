import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'npx with a version': run('npx @scope/tool@1.2.3 --fix'),
  'npx of what is there': run('npx --no-install prettier --check .'),
  'a lock file': run('npm ci && npm install && pip install -r requirements.txt'),
  'a local folder': run('pip install . && go run ./cmd/tool && cargo install --path .'),
  'a version of pip': run('pip3 install black==24.1.0'),
  'a version of go': run('go install example.com/tool@v1.2.3'),
  'a global command of what is there': run('npm run build -- -g'),
  'another word': run('echo pip install black'),
}
