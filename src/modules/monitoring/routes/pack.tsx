import { openVault } from '#modules/people/index.ts'
import { attachment } from '#platform/files/disposition.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Outcome } from '#platform/refusal.ts'
import { refuse } from '#platform/refusal.ts'
import { readFile } from '#platform/vault/index.ts'
import { consentRefusal, returnPack } from '../actions/ask-for-pack.ts'
import { confirmPack } from '../actions/confirm-pack.ts'
import { endPack, handOverPack } from '../actions/hand-over-pack.ts'
import { confirmForm, handOverForm } from '../forms/packs.ts'
import { reasonForm } from '../forms/parts.ts'
import { packPapers } from '../papers/pack.ts'
import { canConfirmPack, canDraft, canEndPack, canHandOver } from '../policy/packs.ts'
import { readPack } from '../queries/pack-texts.ts'
import { findPack } from '../queries/packs.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'
import { draftOf, heldPack, openPack, showPack } from './pack-page.tsx'

const lists = ['bias', 'types', 'responses', 'source_kinds', 'verification', 'laws']

const notForYou = refuse('monitoring.pack.refusal.notForYou')

/** What a form on the page led to. */
const answered = (c: C, outcome: Outcome, said: Parameters<C['var']['seeOther']>[1]) =>
  outcome.ok ? c.var.seeOther(`/packs/${idParam(c)}`, said) : showPack(c, 409, { refusal: outcome })

export const packRoutes = umbrellaRoutes()
  .get('/packs/:id', monitors, c => showPack(c))

  // Nothing is redirected: what was opened is in this one answer and nowhere else.
  .post('/packs/:id/opening', monitors, async c => {
    const form = await readForm(c, reasonForm)
    if (!form.ok) return showPack(c, 422, { form: { name: 'opening', ...form } })
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const { reason } = form.data
    const opened = await c.var.write(async tx => {
      const pack = found(await findPack(tx, idParam(c)))
      const open = await openPack(tx, vault, pack, reason)
      return open && { pack, inside: await readPack(tx, open) }
    })
    if (!opened) return showPack(c, 409, { refusal: notForYou })
    const { pack, inside } = opened
    return canDraft(c.var.viewer, pack)
      ? showPack(c, 200, { draft: draftOf(pack, inside, 0, reason) })
      : showPack(c, 200, { reading: { inside, reason } })
  })

  .post('/packs/:id/return', monitors, async c => {
    const outcome = await c.var.write(async tx => returnPack(tx, await heldPack(c, tx)))
    return answered(c, outcome, 'monitoring.said.packReturned')
  })

  .post('/packs/:id/confirmation', monitors, async c => {
    const form = await readForm(c, confirmForm)
    if (!form.ok) return showPack(c, 422)
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const opened = await c.var.write(async tx => {
      const pack = await heldPack(c, tx)
      if (pack.status === 'asked') authorize(canConfirmPack(c.var.viewer, pack))
      const open = await openPack(tx, vault, pack, form.data.reason)
      return open && { open, pack, vocabulary: await vocabularyOf(tx, lists), ...(await readPack(tx, open)) }
    })
    if (!opened) return showPack(c, 409, { refusal: notForYou })
    // Between two transactions: nobody's connection is held while the pages are set.
    const papers = await packPapers({
      ...opened,
      umbrella: c.var.umbrella,
      made: Temporal.Now.instant().round('second'),
    })
    const outcome = await c.var.write(async tx =>
      confirmPack(tx, opened.open, { pack: await heldPack(c, tx), seen: form.data.seen, papers }),
    )
    return answered(c, outcome, 'monitoring.said.packConfirmed')
  })

  .post('/packs/:id/hand-over', monitors, async c => {
    const form = await readForm(c, handOverForm)
    if (!form.ok) return showPack(c, 422, { form: { name: 'handOver', ...form } })
    const outcome = await c.var.write(async tx => {
      const pack = await heldPack(c, tx)
      return canHandOver(c.var.viewer, pack)
        ? handOverPack(tx, pack)
        : refuse('monitoring.pack.refusal.stays')
    })
    return answered(c, outcome, 'monitoring.said.packHandedOver')
  })

  .post('/packs/:id/end', monitors, async c => {
    const outcome = await c.var.write(async tx => {
      const pack = await heldPack(c, tx)
      return canEndPack(c.var.viewer, pack) ? endPack(tx, pack) : refuse('monitoring.pack.refusal.stays')
    })
    return answered(c, outcome, 'monitoring.said.packEnded')
  })

  .post('/packs/:id/files/:name', monitors, async c => {
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const reason = c.var.i18n.t('monitoring.pack.reasonDownload')
    const opened = await c.var.write(async tx => {
      const pack = await heldPack(c, tx)
      const file = pack.files.find(({ name }) => name === c.req.param('name'))
      if (!file) throw new NotFound()
      // A file in somebody's hands is half handed over.
      const missing = pack.status === 'final' ? consentRefusal(pack) : null
      if (missing) return missing
      const open = await openPack(tx, vault, pack, reason)
      return open ? { ok: true as const, open, file } : notForYou
    })
    if (!opened.ok) return showPack(c, 409, { refusal: opened })
    const { open, file } = opened
    const pieces = await Array.fromAsync(readFile(c.var.read, open, file.fileId))
    return c.body(Buffer.concat(pieces), 200, {
      'Content-Type': file.name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/pdf',
      'Content-Disposition': attachment(file.name),
    })
  })
