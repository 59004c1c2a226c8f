import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import { allow, published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { actsForPartner, isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'
import { refusingWhenViolated } from '#platform/refusal.ts'
import { proposeAgreement } from '../actions/propose-agreement.ts'
import { agreementForm } from '../forms/agreement.ts'
import { uploaded } from '../forms/upload.ts'
import { AgreementFormPage } from '../pages/agreement-form.tsx'
import { PartnerPage } from '../pages/partner.tsx'
import { PartnersPage } from '../pages/partners.tsx'
import { proposesAs } from '../policy/agreements.ts'
import { findPartner, listPartners, listProposedAgreements } from '../queries/agreements.ts'

type C = Context<UmbrellaEnv>

/** One of the two sides of agreements: the secretariat, or somebody who acts for a partner. */
const recordsAgreements = (viewer: Viewer) => isCoordinator(viewer) || actsForPartner(viewer)

async function recordable(c: C, tx: Tx) {
  const partner = found(await findPartner(tx, idParam(c)))
  const as = proposesAs(c.var.viewer, partner.membershipId)
  authorize(as !== null && partner.status !== 'ended')
  return { partner, as }
}

export const partnerRoutes = umbrellaRoutes()
  .get('/partners', published, async c => {
    const state = c.req.query('state') === 'former' ? 'former' : 'current'
    const { lines, more, waiting } = await c.var.read(async tx => ({
      ...(await listPartners(tx, { state, after: idQuery(c, 'after'), locale: c.var.locale })),
      waiting: isInside(c.var.viewer) ? await listProposedAgreements(tx) : [],
    }))
    const next = more ? lines.at(-1)!.membershipId : null
    return c.var.page(<PartnersPage state={state} lines={lines} next={next} waiting={waiting} />)
  })

  .get('/partners/:id', published, async c => {
    const partner = found(await c.var.read(tx => findPartner(tx, idParam(c))))
    return c.var.page(<PartnerPage partner={partner} viewer={c.var.viewer} />)
  })

  .get('/partners/:id/agreement', allow(recordsAgreements), async c => {
    const { partner } = await c.var.read(tx => recordable(c, tx))
    return c.var.page(<AgreementFormPage partner={partner} renews={idQuery(c, 'renews')} />)
  })

  .post('/partners/:id/agreements', allow(recordsAgreements), async c => {
    const form = await readForm(c, agreementForm)
    const document = await uploaded(c, 'document')
    if (!form.ok || !document) {
      const { partner } = await c.var.read(tx => recordable(c, tx))
      const problems = form.ok ? [] : form.problems
      if (!document) problems.push({ field: 'document', message: 'network.agreement.documentMissing' })
      const renews = typeof form.values.renews === 'string' ? form.values.renews : null
      const page = (
        <AgreementFormPage partner={partner} renews={renews} values={form.values} problems={problems} />
      )
      return c.var.page(page, { status: 422 })
    }
    const { partner, outcome } = await c.var.write(async tx => {
      const { partner, as } = await recordable(c, tx)
      // The file goes with the agreement: refused together, nothing stays behind.
      const outcome = await refusingWhenViolated(tx, {}, async () => {
        const stored = await storeFile(tx, { name: document.name, bytes: document })
        if (!stored.ok) return stored
        const proposer = c.var.viewer.account!
        return proposeAgreement(tx, {
          ...form.data,
          membership: partner.membershipId,
          as: as!,
          proposer,
          file: stored.file.id,
        })
      })
      return { partner, outcome }
    })
    if (outcome.ok) return c.var.seeOther(`/agreements/${outcome.id}`, 'network.said.agreementProposed')
    const page = (
      <AgreementFormPage partner={partner} renews={form.data.renews} values={form.values} refusal={outcome} />
    )
    return c.var.page(page, { status: 409 })
  })
