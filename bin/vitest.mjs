import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pinnedNode, root, runStep } from './processes.mjs'

const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const unsteady = []

// A file that could not be loaded has failed without a test of its own.
function failuresOf({ name, status, assertionResults }) {
  const failed = assertionResults.filter(test => test.status === 'failed').map(test => test.fullName)
  const words = failed.length === 0 && status === 'failed' ? ['(the file itself)'] : failed
  return words.map(test => `✗ ${relative(root, name)}: ${test}`)
}

// One that passes only when it is asked again is no failure, and no secret.
function unsteadyOf({ name, assertionResults }) {
  const twice = assertionResults.filter(test => test.status === 'passed' && test.failureMessages?.length > 0)
  return twice.map(
    test => `~ ${relative(root, name)}: ${test.fullName}: ${test.failureMessages[0].split('\n')[0]}`,
  )
}

function count(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  total.passed += report.numPassedTests
  total.failed += report.numFailedTests
  total.skipped += report.numPendingTests + report.numTodoTests
  failures.push(...report.testResults.flatMap(failuresOf))
  unsteady.push(...report.testResults.flatMap(unsteadyOf))
  return report.success && report.numTotalTests > 0
}

/**
 * Runs Vitest and counts from its own report; a run without a report, or without a test, has failed. On a machine of others
 * (CI) a test that fails is asked once more.
 */
export async function runVitest(name, args, env = {}) {
  const file = join(root, '.cache', `vitest-${name}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(file, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=minimal', '--reporter=json', `--outputFile.json=${file}`]
  const again = process.env.CI ? ['--retry=1'] : []
  const { ok, output } = await runStep(pinnedNode, [vitest, 'run', ...reporters, ...again, ...args], env)
  try {
    return { ok: count(file) && ok, output }
  } catch (error) {
    return { ok: false, output: `${output}\nno report: ${error.message}\n` }
  }
}

/**
 * What the runs so far came to: each failure by name, because a long output gets cut, what passed only the second time, and
 * the figures as the last line.
 */
export function summary() {
  const { passed, failed, skipped } = total
  const names = [...unsteady, ...failures].map(line => `${line}\n`).join('')
  return `${names}${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
