import type { Context } from 'hono'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { discardMail, fileMail, restoreMail } from '../actions/settle-held-mail.ts'
import { filingForm } from '../forms/incoming.ts'
import { HeldListPage } from '../pages/held-list.tsx'
import { HeldMailPage, type HeldMailProps } from '../pages/held-mail.tsx'
import { findHeldMail, heldMail } from '../queries/incoming.ts'

type C = Context<UmbrellaEnv>

async function show(c: C, status: 200 | 409 | 422 = 200, told: Omit<HeldMailProps, 'mail'> = {}) {
  const mail = found(await c.var.read(tx => findHeldMail(tx, idParam(c))))
  return c.var.page(<HeldMailPage mail={mail} {...told} />, { status })
}

/** Mail that names no communication: coordinators find out what it belongs to. */
export const heldMailRoutes = umbrellaRoutes()
  .get('/communications/held', allow(isCoordinator), async c => {
    const which = c.req.query('status') === 'discarded' ? 'discarded' : 'held'
    const mails = await c.var.read(tx => heldMail(tx, which))
    return c.var.page(<HeldListPage mails={mails} which={which} />)
  })

  .get('/communications/held/:id', allow(isCoordinator), c => show(c))

  .post('/communications/held/:id/filing', allow(isCoordinator), async c => {
    const id = idParam(c)
    found(await c.var.read(tx => findHeldMail(tx, id)))
    const form = await readForm(c, filingForm)
    if (!form.ok) return show(c, 422, form)
    const outcome = await c.var.write(tx => fileMail(tx, id, form.data.number))
    if (!outcome.ok) return show(c, 409, { values: form.values, refusal: outcome })
    return c.var.seeOther('/communications/held', 'authorities.said.mailFiled')
  })

  .post('/communications/held/:id/discard', allow(isCoordinator), async c => {
    const id = idParam(c)
    found(await c.var.read(tx => findHeldMail(tx, id)))
    const outcome = await c.var.write(tx => discardMail(tx, id))
    if (!outcome.ok) return show(c, 409, { refusal: outcome })
    return c.var.seeOther(`/communications/held/${id}`, 'authorities.said.mailDiscarded')
  })

  .post('/communications/held/:id/restoration', allow(isCoordinator), async c => {
    const id = idParam(c)
    found(await c.var.read(tx => findHeldMail(tx, id)))
    const outcome = await c.var.write(tx => restoreMail(tx, id))
    if (!outcome.ok) return show(c, 409, { refusal: outcome })
    return c.var.seeOther(`/communications/held/${id}`, 'authorities.said.mailRestored')
  })
