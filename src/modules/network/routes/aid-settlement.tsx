import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { respondToListing } from '../actions/answer-match.ts'
import { reopenListing, settleListing } from '../actions/keep-listing.ts'
import { reopeningForm, responseForm, settlementForm } from '../forms/aid.ts'
import { ListingSettlementPage } from '../pages/listing-settlement.tsx'
import { canPostListings, ownsListing } from '../policy/aid.ts'
import { listingOf, ownMembers, showListing } from './aid.tsx'

type C = Context<UmbrellaEnv>

async function own(c: C, tx: Tx) {
  const listing = await listingOf(c, tx)
  authorize(ownsListing(c.var.viewer, listing))
  return listing
}

/** What becomes of a need or offer: answered by others, closed, withdrawn, opened again. */
export const aidSettlementRoutes = umbrellaRoutes()
  .post('/aid/:id/responses', allow(canPostListings), async c => {
    const form = await readForm(c, responseForm)
    if (!form.ok) return showListing(c, 422, { form: { ...form, name: 'responses' } })
    const outcome = await c.var.write(async tx => {
      const listing = await listingOf(c, tx)
      authorize(ownMembers(c).includes(form.data.membership) && form.data.membership !== listing.membershipId)
      return respondToListing(tx, { ...form.data, listing: listing.id })
    })
    if (!outcome.ok) return showListing(c, 409, { refusal: outcome })
    return c.var.seeOther(`/matches/${outcome.id}`, 'network.said.responded')
  })

  .get('/aid/:id/settlement', allow(canPostListings), async c => {
    const listing = await c.var.read(tx => own(c, tx))
    return c.var.page(<ListingSettlementPage listing={listing} />)
  })

  .post('/aid/:id/settlement', allow(canPostListings), async c => {
    const form = await readForm(c, settlementForm)
    if (!form.ok) {
      const listing = await c.var.read(tx => own(c, tx))
      const page = <ListingSettlementPage listing={listing} values={form.values} problems={form.problems} />
      return c.var.page(page, { status: 422 })
    }
    const outcome = await c.var.write(async tx => settleListing(tx, (await own(c, tx)).id, form.data))
    if (!outcome.ok) return showListing(c, 409, { refusal: outcome })
    return c.var.seeOther(`/aid/${idParam(c)}`, 'network.said.listingSettled')
  })

  .post('/aid/:id/reopening', allow(canPostListings), async c => {
    const form = await readForm(c, reopeningForm)
    if (!form.ok) return showListing(c, 422, { form: { ...form, name: 'reopening' } })
    const outcome = await c.var.write(async tx => reopenListing(tx, (await own(c, tx)).id, form.data.until))
    if (!outcome.ok) return showListing(c, 409, { refusal: outcome })
    return c.var.seeOther(`/aid/${idParam(c)}`, 'network.said.listingReopened')
  })
