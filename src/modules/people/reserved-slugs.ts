import type { Module } from '#platform/http/module.ts'
import { locales } from '#platform/i18n/index.ts'

// Addresses of the program beside the rooms' own, and words that would mislead whoever reads them in an address.
const words = [
  'api',
  'assets',
  'healthz',
  'readyz',
  'metrics',
  'gallery',
  'admin',
  'parasol',
  'public',
  'static',
]

/** Words that no umbrella may have for its address: the first segments of every page below the language. */
export function reservedSlugs(modules: readonly Module[]): Set<string> {
  const routes = modules.flatMap(module => module.installationRoutes?.routes ?? [])
  const segments = routes
    .map(({ path }) => path.split('/')[1] ?? '')
    .filter(segment => /^[a-z]/.test(segment))
  return new Set([...words, ...locales, ...segments])
}
