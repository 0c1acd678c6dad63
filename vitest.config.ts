import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Many tests start processes of their own, on machines that may be busy.
    testTimeout: 60_000,
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts', 'examples/*/.buildkite/**/*.test.ts'],
  },
})
