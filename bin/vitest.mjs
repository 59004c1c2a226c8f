import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, runStep } from './processes.mjs'

const total = { passed: 0, failed: 0, skipped: 0 }

function count(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  total.passed += report.numPassedTests
  total.failed += report.numFailedTests
  total.skipped += report.numPendingTests + report.numTodoTests
  return report.success && report.numTotalTests > 0
}

/** Runs Vitest and counts from its own report; a run without a report, or without a test, has failed. */
export async function runVitest(name, args, env = {}) {
  const file = join(root, '.cache', `vitest-${name}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(file, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { ok, output } = await runStep(pinnedNode, [vitest, 'run', ...reporters, ...args], env)
  try {
    return { ok: count(file) && ok, output }
  } catch (error) {
    return { ok: false, output: `${output}\nno report: ${error.message}\n` }
  }
}

/** What the runs so far came to, for the last line. */
export function summary() {
  const { passed, failed, skipped } = total
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
