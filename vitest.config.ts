import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

const project = (name: string, include: string[], seconds: number) => ({
  extends: true as const,
  test: {
    name,
    include,
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/after-each-file.ts'],
    testTimeout: seconds * 1000,
    hookTimeout: 120_000,
  },
})

export default mergeConfig(
  viteConfig({ command: 'serve', mode: 'test', isSsrBuild: true }),
  defineConfig({
    test: {
      pool: 'forks',
      maxWorkers: 2,
      projects: [
        project(
          'unit',
          ['src/**/*.test.{ts,tsx}', 'bin/**/*.test.mjs', 'bench/**/*.test.ts', 'tests/*.test.{ts,tsx}'],
          20,
        ),
        project('e2e', ['tests/e2e/**/*.test.{ts,tsx}'], 120),
      ],
    },
  }),
)
