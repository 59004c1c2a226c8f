import type { Context } from 'hono'
import { uploaded } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { deleteFile, findFile, storeFile } from '#platform/files/index.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { type FormValues, readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { type Outcome, type Refusal, refuse } from '#platform/refusal.ts'
import { publishAttachment } from '../actions/set-publication.ts'
import { attachmentForm } from '../forms/publication.ts'
import { AttachmentPublicationPage } from '../pages/attachment-publication.tsx'
import { publicCopy } from '../papers/public-copy.ts'
import { mayPublishSome } from '../policy/publication.ts'
import { onlyTakesOut, publicName, withoutEnding } from '../publication.ts'
import type { AttachmentFace, Publication } from '../queries/publication.ts'
import { publicationOf } from './publication-of.ts'

type C = Context<UmbrellaEnv>
type Copy = { copy: 'none' | 'same' | 'file' | 'text'; text: string }

const shownOf = async (c: C) => {
  const publication = await publicationOf(c)
  return { publication, attachment: found(publication.attachments.find(({ id }) => id === idParam(c))) }
}

type Shown = { publication: Publication; attachment: AttachmentFace }

// Set between two transactions: nobody's connection is held while the page is made.
async function handedIn(c: C, { copy, text }: Copy, shown: Shown) {
  if (copy === 'file') {
    const file = await uploaded(c, 'file')
    return file && { name: file.name, bytes: file }
  }
  if (copy !== 'text' || text === '') return null
  const { umbrella, i18n } = c.var
  return {
    name: `${shown.publication.number}.pdf`,
    bytes: await publicCopy({ ...shown, text, umbrella, i18n }),
  }
}

async function fileFor(
  tx: Tx,
  { copy }: Copy,
  { attachment }: Shown,
  given: Awaited<ReturnType<typeof handedIn>>,
): Promise<Outcome<{ file: string | null; called: string }>> {
  if (copy === 'none') return { ok: true, file: null, called: attachment.name }
  if (copy === 'same') return { ok: true, file: attachment.fileId, called: attachment.name }
  const kept = attachment.publicFileId !== attachment.fileId ? attachment.publicFileId : null
  if (!given) {
    return copy === 'file' && kept
      ? { ok: true, file: kept, called: (await findFile(tx, kept))?.name ?? attachment.name }
      : refuse('authorities.publication.refusal.noCopy')
  }
  const stored = await storeFile(tx, given)
  if (!stored.ok) return stored
  // The same bytes under another name would be published as if something had been taken out.
  if (stored.file.sha256 === attachment.sha256) {
    await deleteFile(tx, stored.file.id)
    return refuse('authorities.publication.refusal.sameFile')
  }
  return { ok: true, file: stored.file.id, called: stored.file.name }
}

const refused = (c: C, shown: Shown, values: FormValues, refusal: Refusal) =>
  c.var.page(<AttachmentPublicationPage {...{ ...shown, values, refusal }} />, { status: 409 })

export const attachmentPublicationRoutes = umbrellaRoutes()
  .get('/communications/:number/attachments/:id/publication', allow(mayPublishSome), async c =>
    c.var.page(<AttachmentPublicationPage {...(await shownOf(c))} />),
  )

  .post('/communications/:number/attachments/:id/publication', allow(mayPublishSome), async c => {
    const shown = await shownOf(c)
    const form = await readForm(c, attachmentForm)
    if (!form.ok) return c.var.page(<AttachmentPublicationPage {...shown} {...form} />, { status: 422 })
    const given = await handedIn(c, form.data, shown)
    const { publication, attachment } = shown
    const { prominence, reason, name } = form.data
    if (!onlyTakesOut(attachment.name, withoutEnding(name ?? '')))
      return refused(c, shown, form.values, refuse('authorities.publication.refusal.nameAddsWords'))
    const outcome = await c.var.write(async tx => {
      const copy = await fileFor(tx, form.data, shown, given)
      return copy.ok
        ? publishAttachment(tx, publication, attachment, {
            ...{ prominence, reason, file: copy.file, name: publicName(name, copy.called) },
          })
        : copy
    })
    if (outcome.ok)
      return c.var.seeOther(
        `/communications/${publication.number}/publication`,
        'authorities.said.publicationKept',
      )
    return refused(c, shown, form.values, outcome)
  })
