import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, signedIn } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { addSeat, endHolder, handOverSeat, leaveNote, seatHolder } from '../actions/keep-seats.ts'
import { handOverForm, holderEndForm, holderForm, noteForm, seatForm } from '../forms/councils.ts'
import {
  CouncilForm,
  EndFields,
  type Filled,
  HolderFields,
  NoteFields,
  SeatChoice,
  SeatFields,
  SeatsPage,
  TimeFields,
} from '../pages/seats.tsx'
import { seesInside } from '../policy/councils.ts'
import { choices } from '../queries/choices.ts'
import { mandateFile } from '../queries/mandate-file.ts'
import { type C, councilOf, keepUpload, keptCouncil } from './council-of.ts'

type Status = { status: 200 | 409 | 422 }

async function showSeatForm(c: C, shown: Filled = {}, status: Status = { status: 200 }) {
  const council = await c.var.read(tx => keptCouncil(c, tx))
  const at = `/councils/${council.slug}/seats`
  const { t } = c.var.i18n
  const page = {
    title: t('councils.seat.add'),
    lead: t('councils.seat.addLead'),
    confirm: t('councils.seat.add'),
    action: at,
    back: at,
  }
  return c.var.page(<CouncilForm council={council} {...page} {...shown} children={<SeatFields />} />, status)
}

async function showHolderForm(c: C, shown: Filled = {}, status: Status = { status: 200 }) {
  const { council, offered } = await c.var.read(async tx => ({
    council: await keptCouncil(c, tx),
    offered: await choices(tx),
  }))
  const at = `/councils/${council.slug}`
  const { t } = c.var.i18n
  const page = {
    title: t('councils.holder.seat'),
    lead: t('councils.holder.seatLead'),
    confirm: t('councils.holder.confirmSeat'),
  }
  const fields = [<SeatChoice council={council} />, <HolderFields choices={offered} />, <TimeFields />]
  return c.var.page(
    <CouncilForm
      council={council}
      {...page}
      action={`${at}/holders`}
      back={`${at}/seats`}
      files
      {...shown}
      children={fields}
    />,
    status,
  )
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

async function showHandOver(c: C, seat: string | null, shown: Filled = {}, status: Status = { status: 200 }) {
  const { council, offered } = await c.var.read(async tx => ({
    council: await keptCouncil(c, tx),
    offered: await choices(tx),
  }))
  const holder = found(council.holders.find(({ id }) => id === seat))
  const at = `/councils/${council.slug}`
  const { t } = c.var.i18n
  const page = {
    title: t('councils.holder.handOver'),
    lead: t('councils.handover.lead', { who: holder.name ?? '' }),
    confirm: t('councils.handover.confirm'),
  }
  const fields = [
    <input type="hidden" name="seat" value={holder.id} />,
    <HolderFields choices={offered} />,
    <TimeFields whole />,
  ]
  return c.var.page(
    <CouncilForm
      council={council}
      {...page}
      action={`${at}/hand-over`}
      back={`${at}/seats`}
      files
      values={{ membership: holder.membershipId ?? '' }}
      {...shown}
      children={fields}
    />,
    status,
  )
}

async function showEnd(c: C, seat: string | null, shown: Filled = {}, status: Status = { status: 200 }) {
  const council = await c.var.read(tx => keptCouncil(c, tx))
  const holder = found(council.holders.find(({ id }) => id === seat))
  const at = `/councils/${council.slug}`
  const { t } = c.var.i18n
  const page = {
    title: t('councils.holder.end'),
    lead: t('councils.holder.endLead'),
    confirm: t('councils.holder.confirmEnd'),
    danger: true,
  }
  return c.var.page(
    <CouncilForm
      council={council}
      {...page}
      action={`${at}/holders/end`}
      back={`${at}/seats`}
      values={{ end: council.today }}
      {...shown}
      children={<EndFields seat={holder.id} />}
    />,
    status,
  )
}

async function showNote(c: C, seat: string | null, shown: Filled = {}, status: Status = { status: 200 }) {
  const council = await c.var.read(tx => councilOf(c, tx))
  authorize(council.holders.some(({ id, own }) => own && id === seat))
  const { t } = c.var.i18n
  const page = {
    title: t('councils.handover.leave'),
    lead: t('councils.handover.noteLead'),
    confirm: t('councils.handover.leave'),
  }
  const at = `/councils/${council.slug}/note`
  return c.var.page(
    <CouncilForm
      council={council}
      {...page}
      action={at}
      back="/delegation"
      {...shown}
      children={<NoteFields seat={seat ?? ''} />}
    />,
    status,
  )
}

export const seatRoutes = umbrellaRoutes()
  .get('/councils/:slug/seats', signedIn, async c => {
    const council = await c.var.read(tx => keptCouncil(c, tx))
    return c.var.page(<SeatsPage council={council} />)
  })
  .get('/councils/:slug/seats/new', signedIn, c => showSeatForm(c, { values: { voting: 'yes' } }))
  .post('/councils/:slug/seats', signedIn, async c => {
    const form = await readForm(c, seatForm)
    if (!form.ok) return showSeatForm(c, form, { status: 422 })
    const { slug } = await c.var.write(async tx => {
      const council = await keptCouncil(c, tx)
      await addSeat(tx, council, form.data)
      return council
    })
    return c.var.seeOther(`/councils/${slug}/seats`, 'councils.said.seatAdded')
  })
  .get('/councils/:slug/holders/new', signedIn, c =>
    showHolderForm(c, { values: { post: idQuery(c, 'post') ?? '', duty: 'member' } }),
  )
  .post('/councils/:slug/holders', signedIn, async c => {
    const form = await readForm(c, holderForm)
    if (!form.ok) return showHolderForm(c, form, { status: 422 })
    const outcome = await c.var.write(async tx => {
      const council = await keptCouncil(c, tx)
      const kept = await keepUpload(c, tx, 'mandate')
      return kept.ok ? seatHolder(tx, council, { ...form.data, mandateFile: kept.file }) : kept
    })
    if (!outcome.ok) return showHolderForm(c, { values: form.values, refusal: outcome }, { status: 409 })
    return c.var.seeOther(`/councils/${c.req.param('slug')}/seats`, 'councils.said.seated')
  })
  .get('/councils/:slug/hand-over', signedIn, c => showHandOver(c, idQuery(c, 'seat')))
  .post('/councils/:slug/hand-over', signedIn, async c => {
    const form = await readForm(c, handOverForm)
    if (!form.ok) return showHandOver(c, asText(form.values.seat), form, { status: 422 })
    const outcome = await c.var.write(async tx => {
      const council = await keptCouncil(c, tx)
      const holder = found(council.holders.find(({ id }) => id === form.data.seat))
      const kept = await keepUpload(c, tx, 'mandate')
      if (!kept.ok) return kept
      const facts = { ...form.data, mandateFile: kept.file, post: null, duty: holder.duty, delegate: true }
      return handOverSeat(tx, council, { id: holder.id, post: holder.postId, duty: holder.duty }, facts)
    })
    if (!outcome.ok)
      return showHandOver(c, form.data.seat, { values: form.values, refusal: outcome }, { status: 409 })
    return c.var.seeOther('/delegation', 'councils.said.handedOver')
  })
  .get('/councils/:slug/holders/end', signedIn, c => showEnd(c, idQuery(c, 'seat')))
  .post('/councils/:slug/holders/end', signedIn, async c => {
    const form = await readForm(c, holderEndForm)
    if (!form.ok) return showEnd(c, asText(form.values.seat), form, { status: 422 })
    const outcome = await c.var.write(async tx => endHolder(tx, await keptCouncil(c, tx), form.data))
    if (!outcome.ok)
      return showEnd(c, form.data.seat, { values: form.values, refusal: outcome }, { status: 409 })
    return c.var.seeOther(`/councils/${c.req.param('slug')}/seats`, 'councils.said.ended')
  })
  .get('/councils/:slug/note', signedIn, c => showNote(c, idQuery(c, 'seat')))
  .post('/councils/:slug/note', signedIn, async c => {
    const form = await readForm(c, noteForm)
    if (!form.ok) return showNote(c, asText(form.values.seat), form, { status: 422 })
    await c.var.write(async tx => {
      const council = await councilOf(c, tx)
      authorize(council.holders.some(({ id, own }) => own && id === form.data.seat))
      await leaveNote(tx, form.data.seat, form.data.note)
    })
    return c.var.seeOther('/delegation', 'councils.said.noteLeft')
  })
  .get('/councils/:slug/seats/:id/document', allow(seesInside), async c => {
    const file = await c.var.read(async tx => findFile(tx, found(await mandateFile(tx, idParam(c)))))
    return fileResponse(c.var.read, found(file))
  })
