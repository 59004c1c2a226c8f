import { takeStep } from '#modules/authorities/actions/take-step.ts'
import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'
import { writeAs } from './admission.ts'
import { newCoordinator, newMandate, newMember } from './members.ts'
import { newPerson, newUmbrella } from './umbrella.ts'

/** A coalition with a member, its representative and a coordinator, who write to public bodies. */
export async function clockDesk(database: Database, given?: string) {
  const { owner } = database
  const umbrella = given ?? (await newUmbrella(database))
  const [sender, coordinator] = [await newPerson(database, [umbrella]), await newPerson(database, [umbrella])]
  const { membership } = await newMember(database, umbrella)
  await newMandate(database, umbrella, membership, sender)
  await newCoordinator(database, umbrella, coordinator)
  let number = 0

  const body = async (jurisdiction: string, kind = 'ministry'): Promise<string> => {
    const id = newId()
    const country = ['EU', 'INT'].includes(jurisdiction) ? null : jurisdiction
    await owner.query(
      `insert into authorities.bodies (id, kind, name, jurisdiction, level, country, search_key)
       values ($1::uuid, $2, '{"en": "A body"}', $3, $4, $5, $1::text)`,
      [id, kind, jurisdiction, country ? 'national' : 'international', country],
    )
    return id
  }

  const file = async (): Promise<string> => {
    const id = newId()
    await owner.query(
      `insert into platform.files (umbrella_id, id, name, media_type, size, sha256)
       values ($1, $2, 'letter.pdf', 'application/pdf', 1, decode(repeat('00', 32), 'hex'))`,
      [umbrella, id],
    )
    return id
  }

  /** A signed letter on the day it leaves. */
  const letter = async (
    to: string,
    sentOn: string,
    kind = 'appeal',
    through: 'own' | 'coalition' = 'own',
  ): Promise<string> => {
    const id = newId()
    number += 1
    await owner.query(
      `insert into authorities.communications (umbrella_id, id, number, kind, body_id, membership_id, through, lang, title, facts,
         grounds, proposals, status, sign_until, sent_on, sent_at, signatory, letter_id, letter_sha256, created_by, prominence,
         prominence_reason)
       values ($1, $2, $3, $4, $5, $6, $10, 'uk', 'A letter', 'Facts', '[{}]', '["Do"]', 'signing', $7::date, $7::date, $7::date,
         'Somebody', $8, decode(repeat('00', 32), 'hex'), $9, 'parties', 'a test of what nobody but the parties sees')`,
      [umbrella, id, number, kind, to, membership, sentOn, await file(), sender, through],
    )
    return id
  }

  type More = Omit<Parameters<typeof takeStep>[1], 'communication' | 'kind' | 'onDay' | 'side'>
  const step = (
    communication: string,
    kind: Parameters<typeof takeStep>[1]['kind'],
    on: string,
    more: More = {},
  ) =>
    writeAs(database, umbrella, sender, tx =>
      takeStep(tx, {
        ...{ communication, kind, onDay: Temporal.PlainDate.from(on) },
        ...{ side: more.body ? ('authority' as const) : ('sender' as const), ...more },
      }),
    )

  const clocks = async (communication: string) =>
    (
      await owner.query<{
        rule: string
        due: string
        state: string
        extended: boolean
        ended: string | null
      }>(
        `select rule, due_on::text as due, state, extended, ended_on::text as ended from authorities.deadlines
         where umbrella_id = $1 and communication_id = $2 order by created_at, id`,
        [umbrella, communication],
      )
    ).rows

  return { umbrella, sender, coordinator, membership, body, file, letter, step, clocks }
}
