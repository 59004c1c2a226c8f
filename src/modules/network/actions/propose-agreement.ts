import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { agreementProposed } from '../emails/agreements.ts'
import type { AgreementSide } from '../schema/agreements.ts'

/** Days as ISO text; `termUntil` is the last day, null for an open end. `file` is the stored document. */
export type NewAgreement = {
  membership: string
  renews: string | null
  as: AgreementSide
  /** The asking person, who is not asked to confirm. */
  proposer: string
  title: Localised
  file: string
  documentPublic: boolean
  signedOn: string
  signedForUmbrella: string
  signedForPartner: string
  termFrom: string
  termUntil: string | null
}

/**
 * One side records a signed agreement; it is in force when the other side has confirmed it. With `renews` it continues
 * an agreement of the same partner, which at most one other may do.
 */
export function proposeAgreement(tx: Tx, given: NewAgreement): Promise<Outcome<{ id: string }>> {
  const twice = { one_renewal: 'network.agreement.renewedAlready' } as const
  return refusingWhenViolated(tx, twice, async () => {
    const id = newId()
    const { rowCount } = await tx.execute(sql`
      insert into network.agreements (umbrella_id, id, membership_id, renews, title, file_id, document_sha256, document_public,
        signed_on, signed_for_umbrella, signed_for_partner, term_from, term_until, proposed_as, proposed_by)
      select s.umbrella_id, ${id}, s.id, ${given.renews}, ${JSON.stringify(given.title)}::jsonb, f.id, f.sha256,
        ${given.documentPublic}, ${given.signedOn}, ${given.signedForUmbrella}, ${given.signedForPartner}, ${given.termFrom},
        ${given.termUntil}, ${given.as}, platform.current_account()
      from network.memberships s join platform.files f on f.umbrella_id = s.umbrella_id and f.id = ${given.file}
      where s.umbrella_id = platform.current_umbrella() and s.id = ${given.membership} and s.form = 'agreement'
        and s.status <> 'ended'
        and (${given.renews}::uuid is null or exists (select 1 from network.agreements r where r.umbrella_id = s.umbrella_id
          and r.id = ${given.renews}::uuid and r.membership_id = s.id and r.status = 'confirmed'))`)
    if (!rowCount) return refuse('network.agreement.notPartnerNow')
    await record(tx, {
      action: 'network.agreement_proposed',
      member: given.membership,
      subject: { type: 'agreement', id },
      visibility: 'members',
      detail: { title: { ...given.title } as Record<string, string>, as: given.as },
    })
    const { membership, as, proposer } = given
    await agreementProposed(tx, { agreement: id, membership, as, proposer })
    return { ok: true, id }
  })
}
