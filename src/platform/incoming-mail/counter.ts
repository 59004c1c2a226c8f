import { Counter } from 'prom-client'
import { registryOf } from '#platform/http/telemetry.ts'
import { keptWith } from '#platform/kept.ts'
import type { Platform } from '#platform/platform.ts'

export type Outcome = 'kept' | 'refused' | 'deferred' | 'oversized'

const counterOf = keptWith(
  (platform: Platform) =>
    new Counter({
      name: 'parasol_incoming_mail_total',
      help: 'Mail that other servers brought: kept, refused for good, put off, too large',
      labelNames: ['outcome'],
      registers: [registryOf(platform)],
    }),
)

/** Counts what became of mails, and nothing about them. */
export function mailCounter(platform: Platform): (outcome: Outcome) => void {
  const counter = counterOf(platform)
  return outcome => counter.inc({ outcome })
}
