import { fileJobs } from '#platform/files/jobs.ts'
import type { Module } from '#platform/http/module.ts'
import type { Mailbox } from '#platform/incoming-mail/index.ts'
import type { JobDefinition } from '#platform/jobs/index.ts'
import { journalJobs, journalRootsLetter } from '#platform/journal/jobs.ts'
import { mailJobs } from '#platform/mail/index.ts'
import { vaultJobs } from '#platform/vault/index.ts'

/** Everything that is done outside of requests: the platform's own jobs, then those of the rooms. */
export function backgroundJobs(modules: readonly Module[]): JobDefinition[] {
  const letters = modules.flatMap(({ emails }) => emails ?? [])
  const readers = modules.flatMap(({ journalReaders }) => journalReaders ?? [])
  return [
    ...mailJobs([journalRootsLetter, ...letters]),
    ...journalJobs(async tx => {
      const persons = new Set<string>()
      for (const read of readers) for (const person of await read(tx)) persons.add(person)
      return [...persons]
    }),
    ...fileJobs,
    ...vaultJobs,
    ...modules.flatMap(({ jobs }) => jobs ?? []),
  ]
}

/** Whoever answers for addresses to which mail comes. */
export const mailboxesOf = (modules: readonly Module[]): Mailbox[] =>
  modules.flatMap(({ mailbox }) => mailbox ?? [])
