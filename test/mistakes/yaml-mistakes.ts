import type { Mistake } from './logic-mistakes.ts'

/** Pipelines in YAML with one mistake each, as people make them, and what they wrote when they had been told. */
export const yamlMistakes: { readonly [name: string]: Mistake } = {
  'a misspelled key in depends_on': [
    `steps:
  - command: make
    key: image
  - command: deploy
    depends_on: imgae
`,
    `steps:
  - command: make
    key: image
  - command: deploy
    depends_on: image
`,
  ],
  'a label in depends_on': [
    `steps:
  - label: Build image
    command: make
  - command: deploy
    depends_on: build-image
`,
    `steps:
  - label: Build image
    key: build-image
    command: make
  - command: deploy
    depends_on: build-image
`,
  ],
  'a branch that YAML reads as a tag': [
    `steps:
  - command: npm test
    branches: !main
`,
    `steps:
  - command: npm test
    branches: "!main"
`,
  ],
  'a pattern that YAML reads as an alias': [
    `steps:
  - command: npm test
    branches: *-release
`,
    `steps:
  - command: npm test
    branches: "*-release"
`,
  ],
  'artifacts that YAML reads as an alias': [
    `steps:
  - command: npm test
    artifact_paths: **/*.log
`,
    `steps:
  - command: npm test
    artifact_paths: "**/*.log"
`,
  ],
  'a version that loses its zero': [
    `steps:
  - command: make test
    env:
      PYTHON_VERSION: 3.10
`,
    `steps:
  - command: make test
    env:
      PYTHON_VERSION: "3.10"
`,
  ],
  'versions of a matrix that lose their zeros': [
    `steps:
  - command: make test-{{matrix}}
    matrix: ["3.9", 3.10]
`,
    `steps:
  - command: make test-{{matrix}}
    matrix: ["3.9", "3.10"]
`,
  ],
  'an identifier that is octal': [
    `steps:
  - command: make test
    env:
      ACCOUNT: 012345
`,
    `steps:
  - command: make test
    env:
      ACCOUNT: "012345"
`,
  ],
  'a commit that is a power of ten': [
    `steps:
  - command: make test
    env:
      COMMIT: 1234e5
`,
    `steps:
  - command: make test
    env:
      COMMIT: "1234e5"
`,
  ],
  'no as a reason to skip': [
    `steps:
  - command: npm test
    skip: no
`,
    `steps:
  - command: npm test
    skip: false
`,
  ],
  'yes for a boolean': [
    `steps:
  - trigger: deploy
    async: yes
`,
    `steps:
  - trigger: deploy
    async: true
`,
  ],
  'two commands in one step': [
    `steps:
  - label: Unit
    command: npm ci
    command: npm test
`,
    `steps:
  - label: Unit
    command:
      - npm ci
      - npm test
`,
  ],
  'a variable twice': [
    `env:
  NODE_ENV: test
  CI: "1"
  NODE_ENV: production
steps:
  - command: npm test
`,
    `env:
  CI: "1"
  NODE_ENV: production
steps:
  - command: npm test
`,
  ],
  'an empty file': ['', 'steps:\n  - command: npm test\n'],
  'a file of comments': ['# to be written\n', 'steps:\n  - command: npm test\n'],
  'step for steps': ['step:\n  - command: npm test\n', 'steps:\n  - command: npm test\n'],
  'steps in capitals': ['Steps:\n  - command: npm test\n', 'steps:\n  - command: npm test\n'],
  'jobs for steps': ['jobs:\n  - command: npm test\n', 'steps:\n  - command: npm test\n'],
  'a misspelled command': ['steps:\n  - comand: npm test\n', 'steps:\n  - command: npm test\n'],
  'a misspelled command with a label': [
    'steps:\n  - label: Unit\n    commnad: npm test\n',
    'steps:\n  - label: Unit\n    command: npm test\n',
  ],
  'run for command': ['steps:\n  - name: Unit\n    run: npm test\n', 'steps:\n  - name: Unit\n    command: npm test\n'],
  'script for command': ['steps:\n  - script: npm test\n', 'steps:\n  - command: npm test\n'],
  'a command without its name': ['steps:\n  - npm test\n', 'steps:\n  - command: npm test\n'],
  'wait in capitals': [
    'steps:\n  - command: a\n  - Wait\n  - command: b\n',
    'steps:\n  - command: a\n  - wait\n  - command: b\n',
  ],
  'a label alone': ['steps:\n  - label: Unit\n', 'steps:\n  - label: Unit\n    command: npm test\n'],
  'a group without its name': [
    'steps:\n  - label: Tests\n    steps:\n      - command: npm test\n',
    'steps:\n  - group: Tests\n    steps:\n      - command: npm test\n',
  ],
  'a group without steps': [
    'steps:\n  - group: Tests\n',
    'steps:\n  - group: Tests\n    steps:\n      - command: npm test\n',
  ],
  'a colon in a command of a list': [
    'steps:\n  - command:\n      - echo "TODO: x"\n      - npm test\n',
    `steps:\n  - command:\n      - 'echo "TODO: x"'\n      - npm test\n`,
  ],
  'a colon in a command': ['steps:\n  - command: echo TODO: x\n', 'steps:\n  - command: "echo TODO: x"\n'],
  'an emoji at the head of a label': [
    'steps:\n  - label: :docker: Build\n    command: make\n',
    'steps:\n  - label: ":docker: Build"\n    command: make\n',
  ],
  'text behind quotes': [
    'steps:\n  - command: "npm ci" && npm test\n',
    `steps:\n  - command: '"npm ci" && npm test'\n`,
  ],
  'a text that begins with @': [
    'steps:\n  - command: npm test\n    env:\n      SCOPE: @acme\n',
    'steps:\n  - command: npm test\n    env:\n      SCOPE: "@acme"\n',
  ],
  'a text that begins with %': [
    'steps:\n  - command: npm test\n    env:\n      FORMAT: %h\n',
    'steps:\n  - command: npm test\n    env:\n      FORMAT: "%h"\n',
  ],
  'a text in backticks': ['steps:\n  - command: `date`\n', "steps:\n  - command: '`date`'\n"],
  'a tab': ['steps:\n\t- command: npm test\n', 'steps:\n  - command: npm test\n'],
  'an attribute too far to the left': [
    'steps:\n  - command: npm test\n  label: Unit\n',
    'steps:\n  - command: npm test\n    label: Unit\n',
  ],
  'an attribute too far to the right': [
    'steps:\n  - command: npm test\n      label: Unit\n',
    'steps:\n  - command: npm test\n    label: Unit\n',
  ],
  'a missing blank after a colon': [
    'steps:\n  - command: npm test\n    label:Unit\n',
    'steps:\n  - command: npm test\n    label: Unit\n',
  ],
  'quotes that are not closed': [
    'steps:\n  - command: "npm test\n    label: Unit\n',
    'steps:\n  - command: "npm test"\n    label: Unit\n',
  ],
  'steps by name': ['steps:\n  unit:\n    command: npm test\n', 'steps:\n  - label: unit\n    command: npm test\n'],
  'a list for env': [
    'steps:\n  - command: npm test\n    env:\n      - CI=1\n',
    'steps:\n  - command: npm test\n    env:\n      CI: 1\n',
  ],
  'a text for plugins': [
    'steps:\n  - command: npm test\n    plugins: docker#v5.13.0\n',
    'steps:\n  - command: npm test\n    plugins:\n      - docker#v5.13.0\n',
  ],
  'options in the column of a plugin': [
    'steps:\n  - command: npm test\n    plugins:\n      - docker#v5.13.0:\n        image: node\n',
    'steps:\n  - command: npm test\n    plugins:\n      - docker#v5.13.0:\n          image: node\n',
  ],
  'a plugin without a version': [
    'steps:\n  - command: npm test\n    plugins:\n      - docker:\n          image: node\n',
    'steps:\n  - command: npm test\n    plugins:\n      - docker#v5.13.0:\n          image: node\n',
  ],
  'a number for retry': [
    'steps:\n  - command: npm test\n    retry: 3\n',
    'steps:\n  - command: npm test\n    retry:\n      automatic:\n        - limit: 3\n',
  ],
  'text for a number': [
    'steps:\n  - command: npm test\n    timeout_in_minutes: ten\n',
    'steps:\n  - command: npm test\n    timeout_in_minutes: 10\n',
  ],
  'a time with its unit': [
    'steps:\n  - command: npm test\n    timeout_in_minutes: 10m\n',
    'steps:\n  - command: npm test\n    timeout_in_minutes: 10\n',
  ],
  'a misspelled attribute': [
    'steps:\n  - command: npm test\n    timeout_in_minute: 10\n',
    'steps:\n  - command: npm test\n    timeout_in_minutes: 10\n',
  ],
  'a hyphen for an underscore': [
    'steps:\n  - command: npm test\n    depends-on: []\n',
    'steps:\n  - command: npm test\n    depends_on: []\n',
  ],
  'needs of another system': [
    'steps:\n  - command: a\n    key: a\n  - command: b\n    needs: a\n',
    'steps:\n  - command: a\n    key: a\n  - command: b\n    depends_on: a\n',
  ],
  'runs-on of another system': [
    'steps:\n  - command: npm test\n    runs-on: linux\n',
    'steps:\n  - command: npm test\n    agents:\n      queue: linux\n',
  ],
  'a queue beside agents': [
    'steps:\n  - command: npm test\n    queue: linux\n',
    'steps:\n  - command: npm test\n    agents:\n      queue: linux\n',
  ],
  'an expression of GitHub': [
    'steps:\n  - command: make ${{ matrix.os }}\n    matrix:\n      setup:\n        os: [linux, windows]\n',
    'steps:\n  - command: make {{ matrix.os }}\n    matrix:\n      setup:\n        os: [linux, windows]\n',
  ],
  'a variable that the command sets': [
    'steps:\n  - command: |\n      set -e\n      TAG=$(git describe)\n      docker build -t app:$TAG .\n',
    'steps:\n  - command: |\n      set -e\n      TAG=$(git describe)\n      docker build -t app:$$TAG .\n',
  ],
  'a variable of the job': [
    'steps:\n  - command: npm test -- --shard=$BUILDKITE_PARALLEL_JOB\n    parallelism: 4\n',
    'steps:\n  - command: npm test -- --shard=$$BUILDKITE_PARALLEL_JOB\n    parallelism: 4\n',
  ],
  'a variable of the step itself': [
    'steps:\n  - command: docker pull $IMAGE\n    env:\n      IMAGE: node:22\n',
    'steps:\n  - command: docker pull $$IMAGE\n    env:\n      IMAGE: node:22\n',
  ],
  'a glob in a condition': [
    'steps:\n  - command: deploy\n    if: build.branch =~ release/*\n',
    'steps:\n  - command: deploy\n    if: build.branch =~ /^release\\//\n',
  ],
  'one equals sign in a condition': [
    'steps:\n  - command: deploy\n    if: build.branch = "main"\n',
    'steps:\n  - command: deploy\n    if: build.branch == "main"\n',
  ],
  'a branch of a condition without quotes': [
    'steps:\n  - command: deploy\n    if: build.branch == main\n',
    'steps:\n  - command: deploy\n    if: build.branch == "main"\n',
  ],
  'branches with commas': [
    'steps:\n  - command: deploy\n    branches: main,develop\n',
    'steps:\n  - command: deploy\n    branches: main develop\n',
  ],
  'one key twice': [
    'steps:\n  - command: a\n    key: unit\n  - command: b\n    key: unit\n',
    'steps:\n  - command: a\n    key: unit\n  - command: b\n    key: integration\n',
  ],
  'a limit without a group': [
    'steps:\n  - command: deploy\n    concurrency: 1\n',
    'steps:\n  - command: deploy\n    concurrency: 1\n    concurrency_group: deploy\n',
  ],
  'a dependency that jumps a block': [
    'steps:\n  - command: a\n    key: image\n  - block: Deploy?\n  - command: deploy\n    depends_on: image\n',
    'steps:\n  - command: a\n    key: image\n  - block: Deploy?\n    key: go\n  - command: deploy\n    depends_on: [image, go]\n',
  ],
}
