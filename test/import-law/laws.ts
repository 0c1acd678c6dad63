/** What a folder or file may import of those beside it, and why no more. */
export interface Row {
  readonly may: readonly string[]
  readonly reason: string
}

/** Who may import whom among the folders and files of one folder. One without a row may import all. */
export interface Law {
  readonly folder: string
  readonly rows: Readonly<Record<string, Row>>
  /** What to do instead of a breach. */
  readonly instead: string
}

/** The packages; what is published joins them. */
export const packages: Law = {
  folder: 'packages/',
  rows: {
    schema: { may: [], reason: 'names and shapes of Buildkite stand below everything' },
    core: { may: ['schema'], reason: 'core is pure and knows nothing of the command' },
    scheduler: {
      may: ['schema', 'core'],
      reason: 'what a build does is told of a graph, whoever asks; no clock, no door to the world',
    },
    prover: {
      may: ['schema', 'core', 'scheduler'],
      reason: 'proves by formulas, and shows what it found by the simulator',
    },
    presets: { may: ['core'], reason: 'presets are made of what every author has' },
    kitewright: {
      may: ['schema', 'core', 'scheduler', 'prover', 'presets'],
      reason: 'the command and the published entries join the packages',
    },
  },
  instead: 'take what is needed as a value',
}

/** The stages of a pipeline's one way. */
export const core: Law = {
  folder: 'packages/core/src/',
  rows: {
    model: { may: [], reason: 'values know nothing of what is done with them' },
    graph: { may: [], reason: 'algorithms on plain lists of numbers' },
    shell: { may: [], reason: 'reads a text as a shell does, whoever asks' },
    condition: { may: [], reason: 'the language of `if` stands alone: the checks and the scheduler share it' },
    agent: { may: [], reason: 'what the agent makes of a step, of plain data, stands alone' },
    dsl: { may: ['model'], reason: 'constructors only build values; checks belong to resolve or check' },
    context: { may: ['model', 'agent'], reason: 'reads a build from an environment' },
    resolve: {
      may: ['model', 'graph', 'order', 'agent'],
      reason:
        'a later stage may not be asked; order tells who waits for whom, of any graph; agent, the kind of a plain step',
    },
    emit: { may: ['agent'], reason: 'text is made of wire data alone' },
    wire: {
      may: ['model', 'emit', 'attributes', 'order'],
      reason: 'makes plain data of a graph: what is sent, and what is shown',
    },
    attributes: {
      may: ['model', 'condition', 'agent'],
      reason: 'reads what a node holds, whoever asks; agent, what it fills in of a text',
    },
    order: { may: ['model', 'graph', 'attributes'], reason: 'the one model of who waits for whom' },
    check: {
      may: ['model', 'graph', 'condition', 'agent', 'emit', 'shell', 'attributes', 'order'],
      reason: 'rules read the graph and change nothing',
    },
    split: {
      may: ['model', 'attributes', 'order', 'check', 'wire', 'emit'],
      reason: 'parts are made of a checked graph, and sent as it is',
    },
    parse: { may: ['agent', 'emit'], reason: 'reads text into wire data' },
    import: {
      may: ['parse', 'dsl', 'model', 'emit', 'agent', 'compile.ts'],
      reason: 'writes what it read as an author would, and renders that to prove it',
    },
    'draft.ts': { may: ['model', 'resolve', 'wire', 'check'], reason: 'joins the stages that make what is checked' },
    'compile.ts': {
      may: ['model', 'emit', 'shell', 'check', 'draft.ts'],
      reason: 'joins the stages, and reads like the drawing',
    },
  },
  instead: 'move what both need to a folder that both may import, or take it as an argument',
}

/** The state machine of builds, and what drives it. */
export const scheduler: Law = {
  folder: 'packages/scheduler/src/',
  rows: {
    plan: {
      may: ['choices.ts', 'reason.ts', 'states.ts'],
      reason: 'settles once what an upload holds, before anything happens',
    },
    machine: {
      may: ['plan', 'choices.ts', 'reason.ts', 'states.ts'],
      reason: 'events in, commands out: it knows no clock and no scenario, for real agents drive it too',
    },
    simulate: {
      may: ['machine', 'plan', 'choices.ts', 'reason.ts', 'states.ts', 'sentence.ts'],
      reason: 'a driver with a virtual clock, and what it has to show',
    },
    'sentence.ts': {
      may: ['reason.ts', 'states.ts'],
      reason: 'a sentence is made of a reason, never of a second look',
    },
  },
  instead: 'make it an event or a command, or take it as a value',
}

/** The command, low to high. */
export const command: Law = {
  folder: 'packages/kitewright/src/',
  rows: {
    world: { may: [], reason: 'the door to files, processes and terminal knows nothing of who goes through it' },
    catalogue: { may: [], reason: 'our own pages stand alone' },
    documentation: { may: [], reason: 'our own pages stand alone' },
    'version.ts': { may: [], reason: 'a version is a fact' },
    'command-line.ts': { may: ['world'], reason: 'what a command is, says nothing of any command' },
    'usage-problem.ts': { may: ['command-line.ts', 'world', 'secrets'], reason: 'words about a command line' },
    matchers: { may: ['simulation', 'proof', 'invalid-pipeline.ts'], reason: 'answers for tests, whoever runs them' },
    simulation: { may: ['invalid-pipeline.ts'], reason: 'what users and commands simulate, of values alone' },
    proof: {
      may: ['simulation', 'vendored'],
      reason:
        'what users and commands prove, of values alone; vendored, since what its scripts refuse is part of a proof',
    },
    vendored: { may: ['world', 'version.ts'], reason: 'the scripts that repositories have copies of stand alone' },
    text: { may: [], reason: 'shows and shortens text, whatever it says' },
    secrets: { may: ['world', 'text'], reason: 'hides secrets in any text, whoever shows it' },
    locate: { may: ['world'], reason: 'finds places in what an author wrote, whoever asks' },
    mend: { may: ['locate'], reason: 'changes the text of what an author wrote, whatever found the fault' },
    load: {
      may: ['world', 'locate', 'secrets'],
      reason: "runs an author's code and says why that failed; it knows no pipeline",
    },
    report: {
      may: ['world', 'text', 'secrets', 'locate', 'mend', 'catalogue', 'version.ts'],
      reason: 'writes diagnostics, whatever found them',
    },
    config: {
      may: ['world', 'locate', 'report', 'catalogue'],
      reason: 'reads what a team has decided, and says what is wrong in it',
    },
    context: {
      may: ['world', 'secrets', 'config', 'command-line.ts'],
      reason: 'reads a build from flags, configuration, environment and git',
    },
    pipeline: {
      may: ['world', 'secrets', 'locate', 'mend', 'load', 'report', 'config', 'context', 'command-line.ts'],
      reason: 'makes a compilation of a file for all commands, and knows none of them',
    },
    commands: {
      may: [
        'world',
        'catalogue',
        'documentation',
        'version.ts',
        'command-line.ts',
        'usage-problem.ts',
        'text',
        'vendored',
        'secrets',
        'locate',
        'mend',
        'report',
        'config',
        'context',
        'pipeline',
        'simulation',
        'proof',
      ],
      reason: 'a command is given its pipeline compiled, and never asks how its file is loaded',
    },
  },
  instead: 'move what both need to a lower folder, or take it as an argument',
}

/** Folders that are entered by these files alone. */
export const doors: readonly { readonly folder: string; readonly files: readonly string[]; readonly reason: string }[] =
  [
    {
      folder: 'packages/kitewright/src/load/',
      // Of its own process, and what that is given.
      files: ['author.ts', 'sealed.ts', 'plain-sources.ts'],
      reason: "loading, supervising and ending an author's code belong together",
    },
    {
      folder: 'packages/kitewright/src/world/',
      files: ['world.ts', 'process-world.ts', 'memory-world.ts', 'is-within.ts'],
      reason: 'the world is handed on as a value, which tests replace',
    },
  ]

/** Which files of the command may reach the outside by Node itself, and why. */
export const outside: Readonly<Record<string, string>> = {
  'packages/kitewright/src/world/': 'it is the door',
  'packages/kitewright/src/load/': "an author's file is read and run by Node itself, in this process",
  'packages/kitewright/src/bin.ts': 'it takes the arguments, before there is a world',
  'packages/kitewright/src/sealed.ts': 'it takes what it is to do, before it is sealed',
  'packages/kitewright/src/catalogue/read-catalogue.ts': 'the pages are a part of the program, as its code is',
  'packages/kitewright/src/invalid-pipeline.ts': "it reads the author's lines, in a test of the author's",
  'packages/kitewright/src/yaml.ts': "an author's code reads YAML by it, beside itself",
  'packages/kitewright/src/documentation/read-documentation.ts': 'the pages are a part of the program, as its code is',
  'packages/kitewright/src/matchers/golden.ts': 'a golden file lies beside the test that compares with it',
  'packages/kitewright/src/vendored/read-scripts.ts': 'the scripts are a part of the program, as its code is',
  'packages/kitewright/src/vendored/read-starter.ts': 'the starter files are a part of the program, as its code is',
  'packages/kitewright/src/report/source-stack.ts': 'the source maps are a part of the program, as its code is',
}

/** What of the packages is imported by its file, in tests and scripts: all else by the name of an entry. */
export const sourcesByFile: Readonly<Record<string, string>> = {
  'packages/kitewright/src/main.ts': 'one command line, in a world that the test gives',
  'packages/kitewright/src/world/': 'such a world',
  'packages/kitewright/src/catalogue/read-catalogue.ts': 'every page of the catalogue is tried, and documented',
  'packages/kitewright/src/config/config-shape.ts': 'the schema for editors is made of it',
  'packages/kitewright/src/pipeline/compile-file.ts':
    'hundreds of files are compiled, too many for a command line each',
  'packages/kitewright/src/pipeline/compile-yaml.ts': 'texts of many sizes are compiled by the bench',
  'packages/kitewright/src/locate/stack-frames.ts': 'stacks of many sizes are read by the bench',
  'packages/kitewright/src/secrets/mask.ts': 'secrets in many numbers are hidden by the bench',
  'packages/kitewright/src/proof/infer-gates.ts':
    'what is inferred is read for hundreds of real pipelines, beside each other',
  'packages/kitewright/src/commands/prove/proof-report.ts': 'the verdicts of real pipelines are those of the table',
  'packages/prover/src/bdd.ts': 'another solver says the same of its formulas',
  'packages/kitewright/src/pipeline/run-text.ts': 'what import prints of thousands of texts is proved as it is there',
  'packages/kitewright/src/commands/init/scaffold.ts': 'what an editor makes of its tsconfig.json is tried',
  'packages/kitewright/src/load/author.ts': 'loaded by every version of Node, in a process of its own',
  'packages/kitewright/src/secrets/guard-world.ts': 'makes of such a world what a command is given',
  'packages/kitewright/src/context/command-context.ts': 'asked in a table of repositories what changed in them',
  'packages/kitewright/src/commands/upload/write-parts.ts': 'compared with the agent on random pipelines',
  'packages/core/src/agent/': 'the model of the agent is compared with the agent on random steps',
  'packages/core/src/emit/escape-special.ts': 'odd characters of random steps are written as ours are',
  'packages/schema/src/validate/shape.ts': 'what is generated has these types',
}
