import { sql } from 'drizzle-orm'
import { coordinators } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { reportMissing, seatVacant, termEnds } from '../emails/delegates.ts'
import { send } from '../emails/letter.ts'
import { reminders } from '../schema/councils.ts'

type Due = {
  seat: string
  person: string | null
  council: Record<string, string>
  slug: string
  about: string
  day: string
  number: number | null
}

/**
 * Reminds delegates of reports that they owe, them and the coordinators of terms that end within two months, and the
 * coordinators of seats of the coalition in which nobody sits any more; once each.
 */
export async function remindDelegates(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<Due>(sql`select * from councils.reminders_due(60, 7)`)
  const secretariat = rows.some(({ number }) => number === null) ? await coordinators(tx) : []
  for (const due of rows) {
    const { seat, person, about, council, day, number } = due
    await tx.insert(reminders).values({ seatId: seat, about }).onConflictDoNothing()
    const own = person ? [person] : []
    const facts = { council, day, ...(number !== null && { number }) }
    const told = { ...letterFor(due), about: `${seat} ${about}`, facts, category: 'news' } as const
    await send(tx, number === null ? [...own, ...secretariat] : own, told)
  }
}

function letterFor({ about, slug, number }: Due) {
  if (number !== null) return { letter: reportMissing, link: `/councils/${slug}/sessions/${number}/report` }
  if (about.startsWith('vacant')) return { letter: seatVacant, link: `/councils/${slug}/seats` }
  return { letter: termEnds, link: '/delegation' }
}
