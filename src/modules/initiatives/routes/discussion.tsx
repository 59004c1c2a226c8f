import { ConfirmationPage } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { capacityFor, isCoordinator } from '#platform/http/viewer.ts'
import { TextArea } from '#ui/index.ts'
import { proposeRedaction } from '../actions/redact-comment.ts'
import { withdrawComment, writeComment } from '../actions/write-comment.ts'
import { commentForm, redactionForm } from '../forms/discussion.ts'
import { canDiscuss, canInitiate, canRedact } from '../policy/initiatives.ts'
import { findComment } from '../queries/discussion.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { actsFor, type C, initiativeOf } from './initiative-of.ts'
import { showAgain, showInitiative } from './initiative-page.tsx'

const at = (c: C, place = '') => `/initiatives/${numberParam(c)}${place}`

async function commentOf(c: C, tx: Tx, initiative: InitiativeView) {
  const comment = found(await findComment(tx, idParam(c, 'comment')))
  if (comment.initiativeId !== initiative.id) throw new NotFound()
  return comment
}

type RedactionShown = Pick<Parameters<typeof ConfirmationPage>[0], 'values' | 'problems' | 'refusal'>

async function redactionPage(c: C, shown: RedactionShown, status: 200 | 409 | 422) {
  const comment = await c.var.read(async tx => commentOf(c, tx, await initiativeOf(c, tx)))
  const { t } = c.var.i18n
  const page = (
    <ConfirmationPage
      title={t('initiatives.comment.redact')}
      lead={t('initiatives.comment.redactLead')}
      crumbs={[{ label: t('initiatives.list.title'), path: '/initiatives' }]}
      action={at(c, `/comments/${comment.id}/redaction`)}
      confirm={t('initiatives.comment.proposeRedaction')}
      back={at(c, `#comment-${comment.id}`)}
      {...shown}
    >
      <TextArea name="reason" label={t('initiatives.comment.redactReason')} required maxlength={4000} />
    </ConfirmationPage>
  )
  return c.var.page(page, { status })
}

export const discussionRoutes = umbrellaRoutes()
  .post('/initiatives/:number/comments', allow(canInitiate), async c => {
    const form = await readForm(c, commentForm)
    const name = form.values.parent ? `reply-${form.values.parent}` : 'comment'
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      if (!form.ok) return null
      const { membership, parent, stance, body } = form.data
      authorize(canDiscuss(c.var.viewer, initiative) || capacityFor(c.var.viewer, membership) !== undefined)
      const said = { parent: parent || null, stance: parent ? null : (stance ?? null), body }
      return writeComment(tx, {
        ...{ ...said, initiative: initiative.id, locale: c.var.locale },
        membership: actsFor(c.var.viewer, membership),
      })
    })
    if (!form.ok || !outcome) return showAgain(c, name, form)
    if (!outcome.ok) return showAgain(c, name, form, outcome)
    return c.var.seeOther(at(c, `#comment-${outcome.id}`), 'initiatives.said.commented')
  })

  .post('/initiatives/:number/comments/:comment/withdrawal', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const comment = await commentOf(c, tx, await initiativeOf(c, tx))
      authorize(capacityFor(c.var.viewer, comment.membershipId) !== undefined)
      return withdrawComment(tx, comment.id)
    })
    if (!outcome.ok) return showInitiative(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c, '#discussion'), 'initiatives.said.commentWithdrawn')
  })

  .get('/initiatives/:number/comments/:comment/redaction', allow(isCoordinator), c =>
    redactionPage(c, {}, 200),
  )

  .post('/initiatives/:number/comments/:comment/redaction', allow(canRedact), async c => {
    const form = await readForm(c, redactionForm)
    if (!form.ok) return redactionPage(c, form, 422)
    const outcome = await c.var.write(async tx => {
      const comment = await commentOf(c, tx, await initiativeOf(c, tx))
      return proposeRedaction(tx, c.var.viewer, { comment: comment.id, reason: form.data.reason })
    })
    if (!outcome.ok) return redactionPage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(at(c, '#discussion'), 'initiatives.said.redactionProposed')
  })
