import { sql } from 'drizzle-orm'
import type { PersonalData } from '#platform/http/module.ts'

/** What this room knows of a person who writes and signs letters. The letters stay with the member, without the person. */
export const lettersPersonalData: PersonalData = {
  export: async (tx, person) => {
    const { rows } = await tx.execute<{ letters: object[]; signatures: object[] }>(sql`
      select
        (select coalesce(json_agg(json_build_object('number', c.number, 'title', c.title, 'status', c.status,
          'begun', c.created_by = ${person}, 'sent', c.sent_by = ${person}, 'signatory', c.signatory)
          order by c.created_at, c.id), '[]'::json)
         from authorities.communications c where c.umbrella_id = platform.current_umbrella()
           and (c.created_by = ${person} or c.sent_by = ${person})) as letters,
        (select coalesce(json_agg(json_build_object('number', c.number, 'title', c.title, 'signedAt', s.signed_at)
          order by s.signed_at), '[]'::json)
         from authorities.cosigners s
         join authorities.communications c on c.umbrella_id = s.umbrella_id and c.id = s.communication_id
         where s.umbrella_id = platform.current_umbrella() and s.signed_by = ${person}) as signatures`)
    return { ...rows[0]! }
  },
  erase: async tx => {
    await tx.execute(sql`select authorities.forget_myself()`)
  },
}
