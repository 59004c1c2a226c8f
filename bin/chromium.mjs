import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runStep } from './processes.mjs'

function find() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  const candidates = folders.flatMap(folder => [join(folder, 'chromium'), join(folder, 'chromium-browser')])
  return candidates.find(file => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

const how = `End-to-end tests need Chromium and this machine has none. Install it and try again:
  Debian, Ubuntu:  sudo apt-get install chromium
  macOS:           brew install --cask chromium\n`

/** Debian's Chromium: found, or installed where that is allowed. Without it there is no test run. */
export async function requireChromium() {
  if (find()) return { ok: true, output: '' }
  const updated = process.getuid() === 0 ? await runStep('apt-get', ['update']) : { ok: false, output: '' }
  if (!updated.ok) return { ok: false, output: updated.output + how }
  const install = ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']
  const { output } = await runStep('apt-get', install, { DEBIAN_FRONTEND: 'noninteractive' })
  return find() ? { ok: true, output: '' } : { ok: false, output: output + how }
}
