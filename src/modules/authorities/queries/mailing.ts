import { rows, type Tx } from '#platform/database/scope.ts'

/** What of a letter goes by mail: how it left, for its sender and coordinators; how many mails came, for its parties. */
export type Mailing = {
  /** Null when it did not leave by mail, or the asker is not told. */
  address: string | null
  handedOverAt: Temporal.Instant | null
  /** It was tried as often as it is tried, and somebody has to look. */
  failed: boolean
  came: number
}

/** What went and came by mail about a communication, as far as the asker may know. */
export async function mailingOf(tx: Tx, communication: string): Promise<Mailing> {
  const [found] = await rows<Omit<Mailing, 'handedOverAt'> & { handedOverAt: string | null }>(
    tx,
    'authorities.mailing',
    `select d.address, d.handed_over_at as "handedOverAt", authorities.mailing_failed(asked.id) as failed,
       (select count(*)::integer from authorities.incoming i where i.umbrella_id = platform.current_umbrella()
         and i.communication_id = asked.id and i.status <> 'repeated') as came
     from (select $1::uuid as id) asked left join authorities.deliveries d
       on d.umbrella_id = platform.current_umbrella() and d.communication_id = asked.id and d.channel = 'mail'`,
    [communication],
  )
  const { handedOverAt, ...mailing } = found!
  return { ...mailing, handedOverAt: handedOverAt === null ? null : Temporal.Instant.from(handedOverAt) }
}
