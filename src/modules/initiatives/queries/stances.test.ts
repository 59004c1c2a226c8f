import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMember } from '#tests/members.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import type { Stance } from '../schema/discussion.ts'
import { type Stances, stancesJson } from './discussion.ts'

const database = await freshDatabase()
const umbrella = await newUmbrella(database)
const members: string[] = []

type Said = {
  who: number
  stance: Stance
  fate: 'stays' | 'withdrawn'
  reply: number | null
  replyFate: 'stays' | 'withdrawn'
}

beforeAll(async () => {
  for (let n = 0; n < 4; n++) members.push((await newMember(database, umbrella)).membership)
})

async function comment(
  initiative: string,
  who: number,
  over: Partial<Record<string, unknown>>,
): Promise<string> {
  const id = newId()
  await database.owner.query(
    `insert into initiatives.comments (umbrella_id, id, initiative_id, parent_id, membership_id, stance, body, salt, body_hash,
       content_locale, version, round, withdrawn_at)
     values ($1, $2, $3, $4, $5, $6, 'x', '\\x00', sha256('x'), 'en', 1, 1, $7)`,
    [
      umbrella,
      id,
      initiative,
      over.parent ?? null,
      members[who],
      over.stance ?? null,
      over.withdrawn ?? null,
    ],
  )
  return id
}

async function initiativeWith(said: Said[]): Promise<string> {
  const id = newId()
  await database.owner.query(
    `insert into initiatives.initiatives (umbrella_id, id, membership_id, authoritative) values ($1, $2, $3, 'en')`,
    [umbrella, id, members[0]],
  )
  for (const { who, stance, fate, reply, replyFate } of said) {
    const at = (state: string) => (state === 'withdrawn' ? new Date().toISOString() : null)
    const parent = await comment(id, who, { stance, withdrawn: at(fate) })
    if (reply !== null) await comment(id, reply, { parent, withdrawn: at(replyFate) })
  }
  return id
}

/** By the rule as it is told to people: the last side a member took counts; a question waits for the initiator. */
function reference(said: Said[]): Stances {
  const stands = new Map<number, Stance>()
  let unanswered = 0
  for (const { who, stance, fate, reply, replyFate } of said) {
    if (fate === 'withdrawn') continue
    if (stance !== 'question') stands.set(who, stance)
    else if (!(reply === 0 && replyFate === 'stays')) unanswered++
  }
  const count = (stance: Stance) => [...stands.values()].filter(one => one === stance).length
  return { for: count('for'), against: count('against'), unanswered }
}

it('counts each member once, by the last side it took and did not take back', async () => {
  const fate = fc.constantFrom('stays' as const, 'withdrawn' as const)
  const one = fc.record<Said>({
    who: fc.nat(3),
    stance: fc.constantFrom('for', 'against', 'question'),
    fate,
    reply: fc.option(fc.nat(3)),
    replyFate: fate,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 10 }), async said => {
      const initiative = await initiativeWith(said)
      const scope = { umbrella, account: null }
      const counted = await inScope(database.owner, scope, 'read', async tx => {
        const { rows } = await tx.execute<{ counted: Stances }>(
          sql`select ${stancesJson(initiative)} as counted`,
        )
        return rows[0]!.counted
      })
      expect(counted).toEqual(reference(said))
    }),
    { numRuns: 40 },
  )
})
