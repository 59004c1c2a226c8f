import { allow, signedIn } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { askAboutPost, askAgainAboutPost, withdrawAppointment } from '../actions/ask-about-post.ts'
import { handOverForm } from '../forms/post.ts'
import { AskMembersPage } from '../pages/post-hand-over.tsx'
import { canKeepPosts, canWithdrawAppointment, seesAppointments } from '../policy/posts.ts'
import { listAppointments } from '../queries/appointments.ts'
import { checkCandidate, handOverPage, proposable, today } from './post-holders.tsx'
import { postOf, showPost } from './posts.tsx'

/** Asking the members who shall hold a post, and taking the question back. */
export const appointmentRoutes = umbrellaRoutes()
  .get('/posts/:id/appointment', allow(canKeepPosts), async c => {
    const page = await c.var.read(tx => handOverPage(c, tx))
    return c.var.page(<AskMembersPage {...page} values={{ from: today(c) }} />)
  })

  .post('/posts/:id/appointment', allow(canKeepPosts), async c => {
    const form = await readForm(c, handOverForm)
    if (!form.ok) {
      const page = await c.var.read(tx => handOverPage(c, tx))
      const shown = <AskMembersPage {...page} values={form.values} problems={form.problems} />
      return c.var.page(shown, { status: 422 })
    }
    const { candidate, ...term } = form.data
    const outcome = await c.var.write(async tx => {
      const post = await proposable(c, tx)
      await checkCandidate(tx, candidate)
      return askAboutPost(tx, { post: post.id, ...candidate, ...term })
    })
    if (!outcome.ok) return showPost(c, 409, { refusal: outcome })
    return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.membersAsked')
  })

  .post('/posts/:id/appointment-again', allow(canKeepPosts), async c => {
    const outcome = await c.var.write(async tx => {
      const post = await postOf(c, tx)
      const [latest] = await listAppointments(tx, post.id, true)
      return askAgainAboutPost(tx, found(latest).id)
    })
    if (!outcome.ok) return showPost(c, 409, { refusal: outcome })
    return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.membersAsked')
  })

  .post('/posts/:id/appointment-withdrawal', signedIn, async c => {
    const outcome = await c.var.write(async tx => {
      const post = await postOf(c, tx)
      const [latest] = await listAppointments(tx, post.id, seesAppointments(c.var.viewer))
      // Whoever could take it back comes too late, and is told; to everybody else there is nothing.
      const { personId, proposedBy } = found(latest)
      authorize(canWithdrawAppointment(c.var.viewer, { personId, proposedBy, status: 'asked' }))
      return withdrawAppointment(tx, latest!.id)
    })
    if (!outcome.ok) return showPost(c, 409, { refusal: outcome })
    return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.appointmentWithdrawn')
  })
