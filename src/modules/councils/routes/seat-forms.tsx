import { authorize, found } from '#platform/http/errors.ts'
import {
  EndFields,
  HolderFields,
  NoteFields,
  SeatChoice,
  SeatFields,
  TimeFields,
} from '../pages/holder-fields.tsx'
import { CouncilForm, type Filled } from '../pages/seats.tsx'
import { choices } from '../queries/choices.ts'
import { type C, councilOf, keptCouncil, type Status } from './council-of.ts'

export async function showSeatForm(c: C, shown: Filled = {}, status: Status = { status: 200 }) {
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

export async function showHolderForm(c: C, shown: Filled = {}, status: Status = { status: 200 }) {
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

export async function showHandOver(
  c: C,
  seat: string | null,
  shown: Filled = {},
  status: Status = { status: 200 },
) {
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

export async function showEnd(
  c: C,
  seat: string | null,
  shown: Filled = {},
  status: Status = { status: 200 },
) {
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

export async function showNote(
  c: C,
  seat: string | null,
  shown: Filled = {},
  status: Status = { status: 200 },
) {
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
