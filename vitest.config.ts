import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

/** What replaces a module that others have loaded, or plays a room above that must not be there, has a process of its own. */
const alone = ['src/platform/vault/receipts.test.ts', 'src/modules/network/actions/admit-by-decision.test.ts']

// The limits are for what hangs, on the slowest machine: how fast something is, the benchmark says.
const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: {
    name,
    include,
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/after-each-file.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    ...more,
  },
})

// Starting each file anew costs half of the time. In one process files see one program, so it is the whole one.
const shared = { isolate: false, setupFiles: ['tests/after-each-file.ts', 'tests/whole-program.ts'] }

const unit = ['src/**/*.test.{ts,tsx}', 'bin/**/*.test.mjs', 'bench/**/*.test.ts', 'tests/*.test.{ts,tsx}']

export default mergeConfig(
  viteConfig({ command: 'serve', mode: 'test', isSsrBuild: true }),
  defineConfig({
    test: {
      pool: 'forks',
      maxWorkers: 2,
      projects: [
        project('unit', unit, { exclude: alone, ...shared }),
        project('alone', alone),
        project('e2e', ['tests/e2e/**/*.test.{ts,tsx}'], shared),
      ],
    },
  }),
)
