import { sql } from 'drizzle-orm'
import { type ApplicationFace, applicationFace, awaitDecision } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { createI18n, type Localised, locales } from '#platform/i18n/index.ts'
import { afterAppeal, type Previous } from './ask-again.ts'
import { openDecision } from './open-decision.ts'
import { withdrawDecision } from './void-decision.ts'

// An individual is not named: what is hashed stays for ever, and a person may ask to be forgotten.
const titleOf = ({ form, name }: ApplicationFace): Localised =>
  Object.fromEntries(
    locales.map(locale => {
      const i18n = createI18n(locale, 'UTC')
      const title =
        form === 'individual'
          ? i18n.t('initiatives.admission.titleIndividual')
          : i18n.t('initiatives.admission.title', { name: i18n.text(name).value })
      return [locale, title]
    }),
  )

type Before = { decision: string | null; appeal: number | null; round: number }

// The last answer of the members, where they set it aside.
async function setAside(tx: Tx, application: string): Promise<Before> {
  const { rows } = await tx.execute<Before>(sql`
    select before.id as decision, before.appeal, (select count(*)::integer + 1 from initiatives.decisions d
      where d.umbrella_id = platform.current_umbrella() and d.kind = 'admission' and d.subject_id = ${application}) as round
    from (select) nothing
    left join lateral (
      select d.id, a.number as appeal from initiatives.decisions d
      join initiatives.appeals a on a.umbrella_id = d.umbrella_id and a.decision_id = d.id and a.status = 'upheld'
      where d.umbrella_id = platform.current_umbrella() and d.kind = 'admission' and d.subject_id = ${application}
        and d.status = 'sealed'
      order by d.number desc, a.number limit 1) before on true`)
  return rows[0]!
}

function previousOf({ decision, appeal }: Before): Previous | undefined {
  return decision === null || appeal === null ? undefined : afterAppeal(decision, appeal)
}

/** Asks the members, in secret, about an application to which somebody objected. Throws when nobody has a vote. */
export async function askAboutAdmission(tx: Tx, application: string): Promise<void> {
  const face = await applicationFace(tx, application)
  const before = await setAside(tx, application)
  const previous = previousOf(before)
  const outcome = await openDecision(tx, {
    kind: 'admission',
    subject: application,
    title: titleOf(face),
    text: {
      application,
      form: face.form,
      ...(face.form === 'individual' ? {} : { name: face.name as Record<string, string> }),
    },
    authoritative: locales.find(locale => locale === face.locale) ?? 'en',
    secret: true,
    round: before.round,
    openedBy: null,
    ...(previous ? { previous } : {}),
  })
  if (!outcome.ok) throw new Error(`the members cannot be asked about ${application}: ${outcome.reason}`)
  await awaitDecision(tx, { application, number: outcome.number })
}

/** The applicant took the application back: nothing is left to decide, and no ballot is counted. */
export async function dropAdmission(tx: Tx, application: string): Promise<void> {
  const { rows } = await tx.execute<{ id: string; authoritative: string }>(sql`
    select d.id, d.authoritative from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.kind = 'admission' and d.subject_id = ${application}
      and d.status = 'open'`)
  for (const { id, authoritative } of rows) {
    const { t } = createI18n(locales.find(locale => locale === authoritative) ?? 'en', 'UTC')
    await withdrawDecision(tx, id, t('initiatives.admission.withdrawn'))
  }
}
