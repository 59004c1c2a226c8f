import { sql } from 'drizzle-orm'
import {
  type AppointmentView,
  awaitAppointment,
  findAppointment,
  revokeAppointment,
} from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { createI18n, type Localised, locales } from '#platform/i18n/index.ts'
import { afterAppeal, type Previous } from './ask-again.ts'
import { openDecision } from './open-decision.ts'
import { withdrawDecision } from './void-decision.ts'

// The post is named, the person is not: what is hashed stays for ever, and a person may ask to be forgotten.
const titleOf = ({ post }: AppointmentView): Localised =>
  Object.fromEntries(
    locales.map(locale => {
      const i18n = createI18n(locale, 'UTC')
      return [locale, i18n.t('initiatives.appointment.title', { post: i18n.text(post).value })]
    }),
  )

const roundOf = async (tx: Tx, appointment: string): Promise<number> => {
  const { rows } = await tx.execute<{ round: number }>(sql`
    select count(*)::integer + 1 as round from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.kind = 'appointment' and d.subject_id = ${appointment}`)
  return rows[0]!.round
}

// Where the members set their answer about this person and this post aside, they are asked again, and told so.
async function previousOf(tx: Tx, appointment: string): Promise<{ previous?: Previous }> {
  const { rows } = await tx.execute<{ decision: string; appeal: number }>(
    sql`select decision, appeal from initiatives.appointment_set_aside(${appointment})`,
  )
  return rows[0] ? { previous: afterAppeal(rows[0].decision, rows[0].appeal) } : {}
}

/** Asks the members, in secret, whether a person shall hold a post. Throws when nobody has a vote. */
export async function askAboutAppointment(tx: Tx, appointment: string): Promise<void> {
  const asked = (await findAppointment(tx, appointment))!
  const outcome = await openDecision(tx, {
    kind: 'appointment',
    subject: appointment,
    title: titleOf(asked),
    text: {
      appointment,
      post: asked.postId,
      name: asked.post as Record<string, string>,
      from: asked.validFrom,
      until: asked.validUntil,
    },
    authoritative: locales.find(locale => locale in asked.post) ?? 'en',
    secret: true,
    round: await roundOf(tx, appointment),
    openedBy: null,
    ...(await previousOf(tx, appointment)),
  })
  if (!outcome.ok) throw new Error(`the members cannot be asked about ${appointment}: ${outcome.reason}`)
  await awaitAppointment(tx, { appointment, number: outcome.number })
}

/** The question was taken back: nothing is left to decide, and no ballot is counted. */
export async function dropAppointment(tx: Tx, appointment: string): Promise<void> {
  const { rows } = await tx.execute<{ id: string; authoritative: string }>(sql`
    select d.id, d.authoritative from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.kind = 'appointment' and d.subject_id = ${appointment}
      and d.status = 'open'`)
  for (const { id, authoritative } of rows) {
    const { t } = createI18n(locales.find(locale => locale === authoritative) ?? 'en', 'UTC')
    await withdrawDecision(tx, id, t('initiatives.appointment.withdrawn'))
  }
}

/** What the members decided about a post holds no longer. */
export async function setAppointmentAside(tx: Tx, decision: string): Promise<void> {
  const { rows } = await tx.execute<{ appointment: string }>(sql`
    select d.subject_id as appointment from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.id = ${decision} and d.kind = 'appointment'
      and d.outcome = 'supported'`)
  for (const { appointment } of rows) await revokeAppointment(tx, appointment)
}
