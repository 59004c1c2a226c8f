// `npm test`: everything, in this order, stopping at the first failure. The list is the whole truth; .ci/run calls it.
import { join } from 'node:path'
import { build } from './build.mjs'
import { requireChromium } from './chromium.mjs'
import { pinnedNode, root, runStep } from './processes.mjs'
import { runVitest, summary } from './vitest.mjs'

const tool = (file, ...args) => runStep(pinnedNode, [join(root, 'node_modules', file), ...args])

const steps = [
  ['Chromium', requireChromium],
  ['format and lint', () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')],
  ['types', () => tool('typescript/bin/tsc', '--noEmit')],
  ['unused code', () => tool('knip/bin/knip.js')],
  ['build', async () => ({ ok: true, output: (await build()) ? '' : 'nothing has changed\n' })],
  ['unit and integration', () => runVitest('unit', ['--project', 'unit', '--project', 'alone'])],
  ['end to end', () => runVitest('e2e', ['--project', 'e2e'])],
]

let passed = true
for (const [name, step] of steps) {
  const start = performance.now()
  const { ok, output } = await step()
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6)
  if (!ok) process.stdout.write(output)
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(24)}${seconds} s`)
  passed = ok
  if (!ok) break
}
console.log(summary())
process.exit(passed ? 0 : 1)
