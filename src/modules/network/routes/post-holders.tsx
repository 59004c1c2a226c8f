import type { Context } from 'hono'
import { proposeAct } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow, signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { chooseDisplayName, type HandOver, leaveNote, resignPost } from '../actions/hand-over-post.ts'
import { displayNameForm, handOverForm, noteForm, resignForm, vacateForm } from '../forms/post.ts'
import { HandOverPage, ResignationPage, VacancyPage } from '../pages/post-hand-over.tsx'
import { canKeepPosts, canProposeHolder, heldPost, holdsPost } from '../policy/posts.ts'
import { listCandidates, type PostHistory } from '../queries/posts.ts'
import { postOf, showPost } from './posts.tsx'

type C = Context<UmbrellaEnv>

/** Today, where the umbrella is. */
export const today = (c: C) => c.var.i18n.dayOf(Temporal.Now.instant()).toString()

/** The post for which somebody is proposed; where another proposal waits, the refusal says so. */
export async function proposable(c: C, tx: Tx) {
  const post = await postOf(c, tx)
  authorize(canProposeHolder(c.var.viewer, post) || post.proposed || post.asked)
  return post
}

/** What a form needs that proposes a person: the post, and who can be chosen. */
export async function handOverPage(c: C, tx: Tx) {
  const search = (c.req.query('q') ?? '').trim().slice(0, 100)
  return { post: await proposable(c, tx), candidates: await listCandidates(tx, search), search }
}

/** 404 for a person whom the umbrella does not know, or not for this member. */
export async function checkCandidate(
  tx: Tx,
  candidate: { person: string; membership: string | null },
): Promise<void> {
  const known = await listCandidates(tx, '', candidate.person)
  if (!known.some(({ membershipId }) => membershipId === candidate.membership)) throw new NotFound()
}

// Who holds a post is only proposed: a second coordinator, from another member, confirms it.
async function propose(c: C, tx: Tx, post: PostHistory, payload: HandOver, reason: string) {
  if (post.asked) return refuse('network.appointment.asked')
  return proposeAct(tx, c.var.viewer, {
    kind: 'network.hand_over_post',
    subject: post.id,
    payload,
    reason,
    about: payload.person ? [payload.person] : [],
  })
}

async function held(c: C, tx: Tx, holds: typeof holdsPost | typeof heldPost) {
  const post = await postOf(c, tx)
  authorize(holds(c.var.viewer, post))
  return post
}

export const postHolderRoutes = umbrellaRoutes()
  .get('/posts/:id/hand-over', allow(canKeepPosts), async c => {
    const page = await c.var.read(tx => handOverPage(c, tx))
    return c.var.page(<HandOverPage {...page} values={{ from: today(c) }} />)
  })

  .post('/posts/:id/hand-over', allow(canKeepPosts), async c => {
    const form = await readForm(c, handOverForm)
    if (!form.ok) {
      const page = await c.var.read(tx => handOverPage(c, tx))
      return c.var.page(<HandOverPage {...page} values={form.values} problems={form.problems} />, {
        status: 422,
      })
    }
    const { candidate, reason, ...term } = form.data
    const outcome = await c.var.write(async tx => {
      const post = await proposable(c, tx)
      await checkCandidate(tx, candidate)
      return propose(c, tx, post, { ...candidate, ...term }, reason)
    })
    if (outcome.ok) return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.actProposed')
    return showPost(c, 409, { refusal: outcome })
  })

  .get('/posts/:id/vacancy', allow(canKeepPosts), async c => {
    const post = await c.var.read(tx => proposable(c, tx))
    return c.var.page(<VacancyPage post={post} values={{ from: today(c) }} />)
  })

  .post('/posts/:id/vacancy', allow(canKeepPosts), async c => {
    const form = await readForm(c, vacateForm)
    if (!form.ok) {
      const post = await c.var.read(tx => proposable(c, tx))
      return c.var.page(<VacancyPage post={post} values={form.values} problems={form.problems} />, {
        status: 422,
      })
    }
    const { from, reason } = form.data
    const nobody = { person: null, membership: null, onBehalf: null, from, until: null }
    const outcome = await c.var.write(async tx => propose(c, tx, await proposable(c, tx), nobody, reason))
    if (outcome.ok) return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.actProposed')
    return showPost(c, 409, { refusal: outcome })
  })

  .post('/posts/:id/display-name', signedIn, async c => {
    const form = await readForm(c, displayNameForm)
    if (!form.ok) {
      await c.var.read(tx => held(c, tx, heldPost))
      return showPost(c, 422, { form: { ...form, name: 'display-name' } })
    }
    const outcome = await c.var.write(async tx => {
      const post = await held(c, tx, heldPost)
      return chooseDisplayName(tx, post.id, form.data.displayName)
    })
    if (!outcome.ok) return showPost(c, 409, { refusal: outcome })
    return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.displayNameSaved')
  })

  .post('/posts/:id/notes', signedIn, async c => {
    const form = await readForm(c, noteForm)
    if (!form.ok) {
      await c.var.read(tx => held(c, tx, heldPost))
      return showPost(c, 422, { form: { ...form, name: 'notes' } })
    }
    await c.var.write(async tx => leaveNote(tx, (await held(c, tx, heldPost)).id, form.data.note))
    return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.noteLeft')
  })

  .get('/posts/:id/resignation', signedIn, async c => {
    const post = await c.var.read(tx => held(c, tx, holdsPost))
    return c.var.page(<ResignationPage post={post} />)
  })

  .post('/posts/:id/resignation', signedIn, async c => {
    const form = await readForm(c, resignForm)
    if (!form.ok) {
      const post = await c.var.read(tx => held(c, tx, holdsPost))
      return c.var.page(<ResignationPage post={post} values={form.values} problems={form.problems} />, {
        status: 422,
      })
    }
    const outcome = await c.var.write(async tx =>
      resignPost(tx, (await held(c, tx, holdsPost)).id, form.data.reason),
    )
    if (!outcome.ok) return showPost(c, 409, { refusal: outcome })
    return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.resigned')
  })
