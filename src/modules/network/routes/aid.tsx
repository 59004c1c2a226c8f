import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow, published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isInside } from '#platform/http/viewer.ts'
import { isCountry } from '#platform/places/index.ts'
import { changeListing, postListing } from '../actions/keep-listing.ts'
import { changeListingForm, listingForm } from '../forms/aid.ts'
import { AidPage } from '../pages/aid.tsx'
import { ListingPage, type ListingPageProps } from '../pages/listing.tsx'
import { ListingFormPage } from '../pages/listing-form.tsx'
import { canEditListing, canPostListings } from '../policy/aid.ts'
import {
  aidFigures,
  findListing,
  type ListingFilter,
  type ListingView,
  listListings,
} from '../queries/aid.ts'
import { namesOf } from '../queries/member-name.ts'
import { needKinds } from '../vocabulary/need-kinds.ts'

type C = Context<UmbrellaEnv>

/** Memberships for which the viewer acts. */
export const ownMembers = (c: C) => c.var.viewer.capacities.map(({ membership }) => membership)

/** The listing of the address, with matches of the viewer's members. */
export const listingOf = async (c: C, tx: Tx) => found(await findListing(tx, idParam(c), ownMembers(c)))

/** The page of the listing, with what a form on it was told. */
export async function showListing(
  c: C,
  status: 200 | 409 | 422 = 200,
  shown: Pick<ListingPageProps, 'refusal' | 'form'> = {},
) {
  const { listing, members } = await c.var.read(async tx => ({
    listing: await listingOf(c, tx),
    members: await namesOf(tx, ownMembers(c)),
  }))
  return c.var.page(<ListingPage listing={listing} viewer={c.var.viewer} members={members} {...shown} />, {
    status,
  })
}

function filterOf(c: C): ListingFilter {
  const show = c.req.query('show')
  const kind = c.req.query('kind')
  const country = c.req.query('country')
  return {
    show: show === 'offer' || (show === 'mine' && canPostListings(c.var.viewer)) ? show : 'need',
    kind: needKinds.has(kind) ? kind : null,
    country: isCountry(country) ? country : null,
    members: ownMembers(c),
    after: idQuery(c, 'after'),
  }
}

const valuesOf = (listing: ListingView) => ({
  kind: listing.kind,
  title: listing.title,
  body: listing.body,
  contentLocale: listing.contentLocale,
  country: listing.country ?? '',
  region: listing.region ?? '',
  'languages[]': listing.languages,
  until: listing.until,
})

const inThreeMonths = (c: C) => c.var.i18n.dayOf(Temporal.Now.instant()).add({ months: 3 }).toString()

async function editable(c: C, tx: Tx) {
  const listing = await listingOf(c, tx)
  authorize(canEditListing(c.var.viewer, listing))
  return listing
}

export const aidRoutes = umbrellaRoutes()
  .get('/aid', published, async c => {
    const filter = filterOf(c)
    const { figures, lines, more } = await c.var.read(async tx => ({
      figures: await aidFigures(tx),
      ...(isInside(c.var.viewer) ? await listListings(tx, filter) : { lines: [], more: false }),
    }))
    const next = more ? lines.at(-1)!.id : null
    return c.var.page(
      <AidPage viewer={c.var.viewer} figures={figures} filter={filter} lines={lines} next={next} />,
    )
  })

  .get('/aid/new', allow(canPostListings), async c => {
    const side = c.req.query('side') === 'offer' ? 'offer' : 'need'
    const members = await c.var.read(tx => namesOf(tx, ownMembers(c)))
    const values = { contentLocale: c.var.locale, until: inThreeMonths(c) }
    return c.var.page(<ListingFormPage id={null} side={side} members={members} values={values} />)
  })

  .post('/aid', allow(canPostListings), async c => {
    const form = await readForm(c, listingForm)
    const outcome = form.ok
      ? await c.var.write(tx => {
          authorize(ownMembers(c).includes(form.data.membership))
          return postListing(tx, form.data)
        })
      : null
    if (outcome?.ok) {
      const said = outcome.matches > 0 ? 'network.said.listingMatched' : 'network.said.listingPosted'
      return c.var.seeOther(`/aid/${outcome.id}`, said)
    }
    const members = await c.var.read(tx => namesOf(tx, ownMembers(c)))
    const side = form.values.side === 'offer' ? 'offer' : 'need'
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = <ListingFormPage id={null} side={side} members={members} values={form.values} {...shown} />
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })

  .get('/aid/:id', allow(isInside), c => showListing(c))

  .get('/aid/:id/form', allow(canPostListings), async c => {
    const listing = await c.var.read(tx => editable(c, tx))
    return c.var.page(
      <ListingFormPage id={listing.id} side={listing.side} members={[]} values={valuesOf(listing)} />,
    )
  })

  .post('/aid/:id', allow(canPostListings), async c => {
    const form = await readForm(c, changeListingForm)
    const { listing, outcome } = await c.var.write(async tx => {
      const listing = await editable(c, tx)
      return { listing, outcome: form.ok ? await changeListing(tx, listing.id, form.data) : null }
    })
    if (outcome?.ok) return c.var.seeOther(`/aid/${listing.id}`, 'network.said.listingChanged')
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = (
      <ListingFormPage id={listing.id} side={listing.side} members={[]} values={form.values} {...shown} />
    )
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })
