import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

// The limits are for what hangs, on the slowest machine: how fast something is, the benchmark says.
const project = (name: string, include: string[]) => ({
  extends: true as const,
  test: {
    name,
    include,
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/after-each-file.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})

export default mergeConfig(
  viteConfig({ command: 'serve', mode: 'test', isSsrBuild: true }),
  defineConfig({
    test: {
      pool: 'forks',
      maxWorkers: 2,
      projects: [
        project('unit', [
          'src/**/*.test.{ts,tsx}',
          'bin/**/*.test.mjs',
          'bench/**/*.test.ts',
          'tests/*.test.{ts,tsx}',
        ]),
        project('e2e', ['tests/e2e/**/*.test.{ts,tsx}']),
      ],
    },
  }),
)
