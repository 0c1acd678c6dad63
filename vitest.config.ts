import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { ownTemporaryFolder } from './scripts/own-temporary-folder.ts'

ownTemporaryFolder()

export default defineConfig({
  test: {
    // Many tests start processes of their own, on machines that may be busy.
    testTimeout: 60_000,
    // More than there are cores: many tests wait for an engine, an emulator, or a limit of time.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Without a seed, each run tries other inputs.
    setupFiles: process.env['KITEWRIGHT_SEED'] ? ['test/fixed-seed.ts'] : [],
    projects: [
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/*/src/**/*.test.ts'],
          // They keep to themselves; modules that are loaded once for all halve the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts', 'examples/*/.buildkite/**/*.test.ts'],
          globalSetup: 'test/install-kitewright.ts',
        },
      },
    ],
  },
})
