import type { Platform } from '#platform/platform.ts'
import { loadDemonstration } from '#src/main.ts'
import { loadedDatabase } from './database.ts'
import { testPlatform } from './platform.ts'

/** A platform with the demonstration on a database of its own: a run loads it once, and each file gets a copy. */
export async function demonstrationPlatform(port = 4999): Promise<Platform> {
  const load = async (platform: Promise<Platform>) => loadDemonstration(await platform)
  return testPlatform(port, await loadedDatabase(empty => load(testPlatform(port, empty))))
}
