import { chmod } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { builtinModules } from './builtin-modules.ts'
import { entryName, readManifest } from './published-manifest.ts'

/**
 * What every `render` and `upload` needs is one file, since each file that Node loads costs about half a millisecond:
 * the way from the author's file to JSON, and the frame of the command around it.
 */
const everyRun = [
  /packages\/kitewright\/src\/(?:index|main|run|leftovers|process-world|command-line|commands|secret-values|usage-problem)\.ts/,
  /packages\/kitewright\/src\/commands\/(?:render|upload)\.ts/,
  /packages\/kitewright\/src\/context\/(?:build-environment|changed-files|command-context|context-options)\.ts/,
  /packages\/kitewright\/src\/load\/(?:load-module|load-natively|supervise|default-export|module-hooks|module-syntax)\.ts/,
  /packages\/kitewright\/src\/pipeline\/(?:compile-file|emit|find-pipeline-file|load-pipeline)\.ts/,
  /packages\/kitewright\/src\/upload\/(?:run-upload|generate|write-parts|allows-secrets|resolve-commit)\.ts/,
]

/** What texts with a `$` and expressions need: one file more. */
const agentText = /packages\/core\/src\/emit\/agent-text\.ts/

/** What has something to say about a pipeline: one file more, for those that are not plain and sound at a glance. */
const diagnosis =
  /packages\/core\/src\/check\/(?:ask-rules|attribute-diagnostics|unsendable-diagnostics|sort-diagnostics|rule-sets\/.*)\.ts/

/**
 * Bundles the code, with what commands load lazily in files of their own. Those lie two folders deep, as the sources do,
 * so that paths to the catalogue are the same.
 */
export async function bundleCode(source: URL, target: URL): Promise<void> {
  const entries = Object.values((await readManifest(source)).exports).filter((file) => file.endsWith('.ts'))
  const bundle = await rolldown({
    cwd: fileURLToPath(source),
    input: Object.fromEntries(['./src/bin.ts', ...entries].map((file) => [entryName(file), file])),
    platform: 'node',
    external: [/^tsx(\/|$)/, /^vitest(\/|$)/],
    // yaml's Node build is CommonJS and breaks when bundled as a module: its browser build is taken.
    resolve: { conditionNames: ['import', 'default'] },
    plugins: [builtinModules()],
  })
  await bundle.write({
    dir: fileURLToPath(new URL('lib/', target)),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: {
      groups: [
        { name: 'pipeline', test: (id) => everyRun.some((path) => path.test(id)), priority: 2 },
        { name: 'agent-text', test: agentText, priority: 1 },
        { name: 'diagnosis', test: diagnosis },
      ],
    },
    minify: true,
    comments: false,
    banner: (chunk) => (chunk.name === 'bin' && chunk.isEntry ? '#!/usr/bin/env node' : ''),
  })
  await bundle.close()
  await chmod(new URL('lib/bin.js', target), 0o755)
}
