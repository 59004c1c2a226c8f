import { sql } from 'drizzle-orm'
import { askAboutPost, createPost, demoMembershipId } from '#modules/network/index.ts'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import { advanceDecision } from '../actions/advance-decision.ts'
import { asOwner, letDecisionPass } from './past.ts'

const slug = 'komm'
const scope = (part: string | null) => ({
  umbrella: demoUmbrellaId(slug),
  account: part && demoPersonId(`${slug}.${part}`),
})

type Question = { title: Localised; part: string; member: string; reason: string }

const exchange: Question = {
  title: {
    uk: 'Молодіжні обміни',
    pl: 'Wymiana młodzieży',
    en: 'Youth exchange',
  },
  part: 'representative',
  member: 'lemko-legnica',
  reason: 'Od trzech lat prowadzi letnie warsztaty dla młodzieży z czterech województw.',
}

const schools: Question = {
  title: {
    uk: 'Зв’язки зі школами',
    pl: 'Kontakty ze szkołami',
    en: 'Contacts with schools',
  },
  part: 'secondCoordinator',
  member: 'zup-przemysl',
  reason: 'Zna dyrekcje szkół z językiem ukraińskim i ich kalendarz.',
}

/** Proposes a person for a new post. Returns the decision in which the members answer. */
async function propose(platform: Platform, { title, part, member, reason }: Question): Promise<string> {
  const { rows } = await inScope(platform.database.request, scope('coordinator'), 'write', async tx => {
    const place = { country: 'PL', regions: [], town: null }
    const post = await createPost(tx, { kind: 'liaison', title, about: {}, ...place })
    const asked = await askAboutPost(tx, {
      ...{ post, person: demoPersonId(`${slug}.${part}`), membership: demoMembershipId(slug, member) },
      ...{ onBehalf: null, from: Temporal.Now.plainDateISO('UTC').toString(), until: null, reason },
    })
    if (!asked.ok) throw new Error(`the demonstration: ${asked.reason}`)
    return tx.execute<{ id: string }>(sql`
      select d.id from network.appointments a
      join initiatives.decisions d on d.umbrella_id = a.umbrella_id and d.subject_id = a.id
      where a.umbrella_id = platform.current_umbrella() and a.post_id = ${post}`)
  })
  return rows[0]!.id
}

// Most members of the demonstration have nobody in the cast: they vote too, and nobody can say how.
const membersVote = (platform: Platform, decision: string, yes: number, no: number) =>
  asOwner(platform, slug, async tx => {
    const { rows } = await tx.execute<{ elector: string }>(sql`
      select elector_id as elector from initiatives.electors where decision_id = ${decision}
      order by elector_id limit ${yes + no}`)
    for (const [n, { elector }] of rows.entries()) {
      await tx.execute(sql`
        insert into initiatives.secret_voters (umbrella_id, decision_id, elector_id)
        values (platform.current_umbrella(), ${decision}, ${elector})`)
      await tx.execute(sql`
        insert into initiatives.secret_ballots (umbrella_id, id, decision_id, choice)
        values (platform.current_umbrella(), gen_random_uuid(), ${decision}, ${n < yes ? 'yes' : 'no'})`)
    }
  })

const older = (platform: Platform, decision: string, days: number) =>
  asOwner(platform, slug, tx =>
    tx.execute(sql`
      update network.appointments a set proposed_at = a.proposed_at - make_interval(days => ${days})
      from initiatives.decisions d where d.umbrella_id = a.umbrella_id and d.subject_id = a.id and d.id = ${decision}`),
  )

/** Two posts of the coalition: about one the members have decided in secret, about the other they are voting. */
export async function installAppointments(platform: Platform): Promise<void> {
  const decided = await propose(platform, exchange)
  await membersVote(platform, decided, 9, 1)
  await older(platform, decided, 22)
  await letDecisionPass(platform, slug, decided, 22)
  const advance = await inScope(platform.database.request, scope(null), 'write', tx =>
    advanceDecision(tx, decided),
  )
  if (advance !== 'sealed') throw new Error(`the demonstration: an appointment was not sealed but ${advance}`)
  const running = await propose(platform, schools)
  await membersVote(platform, running, 3, 1)
  await older(platform, running, 9)
  await letDecisionPass(platform, slug, running, 9)
}
