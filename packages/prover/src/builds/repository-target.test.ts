import { expect, test } from 'vitest'
import { repositoryTarget } from './repository-target.ts'

const read = (call: string, text: string): readonly (string | undefined)[] => {
  const target = repositoryTarget(call.split(' '))
  return [target?.file, target?.textIn(text)]
}

const scripts = JSON.stringify({ scripts: { predeploy: 'scripts/newer', deploy: 'cdk deploy' } })

test.each([
  ['npm run deploy -- --force', 'package.json', 'scripts/newer\ncdk deploy'],
  ['npm --prefix infra run deploy', 'infra/package.json', 'scripts/newer\ncdk deploy'],
  ['yarn deploy', 'package.json', 'scripts/newer\ncdk deploy'],
  ['pnpm run deploy', 'package.json', 'cdk deploy'],
  ['npm run other', 'package.json', undefined],
  ['pnpm deploy', undefined, undefined],
  ['npm ci', undefined, undefined],
])('what %s runs', (call, file, text) => {
  expect(read(call, scripts)).toEqual([file, text])
})

const makefile = `ENV := test
.PHONY: deploy

deploy: newer image
\t@kubectl apply -f $(ENV).yml # to $$HOME
\t-echo done

newer:
\tgit merge-base --is-ancestor "$$(cat deployed)" HEAD

release: ; echo
`

test.each([
  [
    'make deploy ENV=prod',
    'Makefile',
    'git merge-base --is-ancestor "$(cat deployed)" HEAD\n\n\nkubectl apply -f ${ENV}.yml # to $HOME\necho done\n',
  ],
  ['make -C infra newer', 'infra/Makefile', '\ngit merge-base --is-ancestor "$(cat deployed)" HEAD\n'],
  ['make other', 'Makefile', undefined],
  ['make', 'Makefile', undefined],
])('what %s runs', (call, file, text) => {
  const [found, recipe] = read(call, makefile)
  expect([found, recipe?.trim()]).toEqual([file, text?.trim()])
})

test('a file that is no JSON has no targets', () => {
  expect(read('npm run deploy', '{')).toEqual(['package.json', undefined])
})
