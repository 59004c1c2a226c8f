import type { Context } from 'hono'
import { fileResponse, findFile, type StoredFile } from '#platform/files/index.ts'
import { signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { CommunicationMailPage } from '../pages/communication-mail-page.tsx'
import { MailFilePage } from '../pages/mail-file.tsx'
import { mailFile, mailOfNumber } from '../queries/incoming.ts'

type C = Context<UmbrellaEnv>

// Files of a mail are counted from zero.
function positionParam(c: C): number {
  const text = c.req.param('position') ?? ''
  if (!/^\d{1,3}$/.test(text)) throw new NotFound()
  return Number(text)
}

// Whoever may not see the mail finds no file: the database says so.
async function fileOf(c: C): Promise<StoredFile> {
  const [mail, position] = [idParam(c), positionParam(c)]
  const file = await c.var.read(async tx => {
    const id = await mailFile(tx, mail, position)
    return id ? findFile(tx, id) : undefined
  })
  return found(file)
}

/** What came by mail about a communication, for its parties; and the files of any mail, after a warning. */
export const communicationMailRoutes = umbrellaRoutes()
  .get('/communications/:number/mail', signedIn, async c => {
    const number = numberParam(c)
    const seen = found(await c.var.read(tx => mailOfNumber(tx, number)))
    return c.var.page(<CommunicationMailPage number={number} {...seen} />)
  })

  .get('/communications/mail/:id/files/:position', signedIn, async c => {
    const file = await fileOf(c)
    return c.var.page(<MailFilePage mail={idParam(c)} position={c.req.param('position')} file={file} />)
  })

  .post('/communications/mail/:id/files/:position', signedIn, async c =>
    fileResponse(c.var.read, await fileOf(c)),
  )
