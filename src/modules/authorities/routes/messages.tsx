import { uploaded } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { open, signedIn } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { writeMessage } from '../actions/write-message.ts'
import { messageForm } from '../forms/desk.ts'
import { MessagesPage, type MessagesProps } from '../pages/messages.tsx'
import { canWrite } from '../policy/steps.ts'
import type { Standing } from '../queries/standing.ts'
import { shownFile, timelineOf } from '../queries/timeline.ts'
import type { C } from './letter-of.ts'
import { standingOfAddress } from './standing-of.ts'

async function writable(c: C, tx: Tx) {
  const face = await standingOfAddress(c, tx)
  authorize(canWrite(face))
  return face
}

type Shown = Pick<MessagesProps, 'values' | 'problems' | 'refusal'>

async function show(c: C, shown: Shown = {}, status: 200 | 409 | 422 = 200) {
  const view = await c.var.read(async tx => {
    const face = await writable(c, tx)
    return { face, timeline: await timelineOf(tx, face.id) }
  })
  return c.var.page(<MessagesPage {...view} {...shown} />, { status })
}

// As the other side knows the writer: a body or a member, never a person.
const nameOfSide = (c: C, face: Standing) =>
  c.var.i18n.text(face.isReadingOfficer ? face.bodyName : (face.sender ?? c.var.umbrella.name)).value

/** Correspondence between both sides of a communication, and its documents. */
export const messageRoutes = umbrellaRoutes()
  .get('/communications/:number/messages', signedIn, c => show(c))

  .post('/communications/:number/messages', signedIn, async c => {
    const form = await readForm(c, messageForm)
    if (!form.ok) return show(c, form, 422)
    const file = await uploaded(c, 'document')
    const outcome = await c.var.write(async tx => {
      const face = await writable(c, tx)
      const { text, subject } = form.data
      return writeMessage(tx, face, { text, subject: subject ?? '', file, fromName: nameOfSide(c, face) })
    })
    if (!outcome.ok) return show(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(`/communications/${numberParam(c)}#timeline`, 'authorities.desk.said.message')
  })

  .get('/communications/:number/documents/:id', open, async c => {
    const file = await c.var.read(async tx => {
      const shown = found(await shownFile(tx, numberParam(c), idParam(c)))
      return found(await findFile(tx, shown.file))
    })
    return fileResponse(c.var.read, file)
  })
