import { sql } from 'drizzle-orm'
import { coordinators } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { reportMissing, termEnds } from '../emails/delegates.ts'
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

/** Reminds delegates of reports that they owe, and them and the coordinators of terms that end within two months; once each. */
export async function remindDelegates(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<Due>(sql`select * from councils.reminders_due(60, 7)`)
  for (const { seat, person, council, slug, about, day, number } of rows) {
    await tx.insert(reminders).values({ seatId: seat, about }).onConflictDoNothing()
    const own = person ? [person] : []
    if (number === null) {
      const facts = { council, day }
      const told = {
        letter: termEnds,
        about: `${seat} ${day}`,
        facts,
        category: 'news',
        link: '/delegation',
      } as const
      await send(tx, [...own, ...(await coordinators(tx))], told)
    } else {
      const link = `/councils/${slug}/sessions/${number}/report`
      const facts = { council, number, day }
      await send(tx, own, { letter: reportMissing, about: `${seat} ${about}`, facts, category: 'news', link })
    }
  }
}
