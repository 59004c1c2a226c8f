import { allow, open, signedIn } from '#platform/http/access.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { changeCouncil, createCouncil } from '../actions/keep-council.ts'
import { calendarFile } from '../calendar.ts'
import { councilForm } from '../forms/councils.ts'
import { CouncilPage } from '../pages/council.tsx'
import { CouncilFormPage } from '../pages/council-form.tsx'
import { CouncilsPage } from '../pages/councils.tsx'
import { canRecordCouncils } from '../policy/councils.ts'
import { isPartialDay } from '../popolo/classes.ts'
import { choices } from '../queries/choices.ts'
import { type CouncilView, listCouncils } from '../queries/council.ts'
import { type C, councilOf, keptCouncil, partsOf } from './council-of.ts'

const valuesOf = (council: CouncilView) => ({
  ...partsOf('name', council.name),
  ...partsOf('about', council.about),
  ...partsOf('field', council.field),
  kind: council.kind,
  bodyId: council.body?.id ?? '',
  founded: council.founded ?? '',
  dissolved: council.dissolved ?? '',
  seats: council.seats === null ? '' : String(council.seats),
  quorumRule: council.quorumRule,
  quorumNumber: council.quorumNumber === null ? '' : String(council.quorumNumber),
  majorityRule: council.majorityRule,
  visibility: council.public ? 'public' : 'members',
})

const face = (c: C, { slug, name }: CouncilView) => ({ slug, name: c.var.i18n.text(name).value })

/** The day asked for, or null: an address that somebody wrote by hand shows today. */
const dayAsked = (c: C) => {
  const on = c.req.query('on')
  return on && on.length === 10 && isPartialDay(on) ? on : null
}

const fresh = { visibility: 'public', quorumRule: 'half_of_seats', majorityRule: 'of_votes' }

export const councilRoutes = umbrellaRoutes()
  .get('/councils', open, async c => {
    const councils = await c.var.read(listCouncils)
    return c.var.page(<CouncilsPage councils={councils} viewer={c.var.viewer} />)
  })

  .get('/councils/new', allow(canRecordCouncils), async c => {
    const offered = await c.var.read(choices)
    return c.var.page(<CouncilFormPage council={null} choices={offered} values={fresh} />)
  })

  .post('/councils', allow(canRecordCouncils), async c => {
    const form = await readForm(c, councilForm)
    if (!form.ok) {
      const offered = await c.var.read(choices)
      return c.var.page(<CouncilFormPage council={null} choices={offered} {...form} />, { status: 422 })
    }
    const { slug } = await c.var.write(tx => createCouncil(tx, form.data))
    return c.var.seeOther(`/councils/${slug}`, 'councils.said.recorded')
  })

  .get('/councils/:slug', open, async c => {
    const on = dayAsked(c)
    const council = await c.var.read(tx => councilOf(c, tx, on))
    return c.var.page(<CouncilPage council={council} viewer={c.var.viewer} on={on} />)
  })

  .get('/councils/:slug/form', signedIn, async c => {
    const { council, offered } = await c.var.read(async tx => ({
      council: await keptCouncil(c, tx),
      offered: await choices(tx),
    }))
    return c.var.page(
      <CouncilFormPage council={face(c, council)} choices={offered} values={valuesOf(council)} />,
    )
  })

  .post('/councils/:slug', signedIn, async c => {
    const form = await readForm(c, councilForm)
    if (!form.ok) {
      const { council, offered } = await c.var.read(async tx => ({
        council: await keptCouncil(c, tx),
        offered: await choices(tx),
      }))
      return c.var.page(<CouncilFormPage council={face(c, council)} choices={offered} {...form} />, {
        status: 422,
      })
    }
    const { slug } = await c.var.write(async tx => {
      const council = await keptCouncil(c, tx)
      await changeCouncil(tx, council.id, form.data)
      return council
    })
    return c.var.seeOther(`/councils/${slug}`, 'councils.said.changed')
  })

  .get('/councils/:slug/calendar.ics', open, async c => {
    const council = await c.var.read(tx => councilOf(c, tx))
    const { i18n, umbrella, platform } = c.var
    const name = i18n.text(council.name).value
    const at = `${platform.config.origin}/${c.var.locale}/${umbrella.slug}/councils/${council.slug}`
    const events = council.sessions.map(({ id, number, startsAt, place, status }) => ({
      ...{
        id,
        startsAt,
        place,
        endsAt: null,
        url: `${at}/sessions/${number}`,
        cancelled: status === 'cancelled',
      },
      title: `${name}: ${i18n.t('councils.session.numbered', { number })}`,
    }))
    return c.body(calendarFile(name, events), 200, { 'content-type': 'text/calendar; charset=utf-8' })
  })
