import { sql } from 'drizzle-orm'

/** What of a letter goes by mail: how it left, for its sender and coordinators; how many mails came, for its parties. */
export type Mailing = {
  /** Null when it did not leave by mail, or the asker is not told. */
  address: string | null
  handedOverAt: string | null
  /** It was tried as often as it is tried, and somebody has to look. */
  failed: boolean
  came: number
}

/** The same of the communication `c`, as far as the asker may know. */
export const mailing = sql`(
  select json_build_object('address', d.address, 'handedOverAt', d.handed_over_at,
    'failed', d.handed_over_at is null and d.address is not null and authorities.mailing_failed(c.id),
    'came', (select count(*) from authorities.incoming i where i.umbrella_id = c.umbrella_id and i.communication_id = c.id
      and i.status <> 'repeated'))
  from (select) always left join authorities.deliveries d
    on d.umbrella_id = c.umbrella_id and d.communication_id = c.id and d.channel = 'mail')`
