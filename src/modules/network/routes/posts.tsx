import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow, published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCountry } from '#platform/places/index.ts'
import { changePost, closePost, createPost } from '../actions/keep-post.ts'
import { changePostForm, postForm } from '../forms/post.ts'
import { PostPage, type PostPageProps } from '../pages/post.tsx'
import { PostFormPage } from '../pages/post-form.tsx'
import { PostsPage } from '../pages/posts.tsx'
import { canChangePost, canClosePost, canKeepPosts, seesAppointments, seesHolders } from '../policy/posts.ts'
import { listAppointments } from '../queries/appointments.ts'
import { findPost, listPosts, type PostHistory } from '../queries/posts.ts'

type C = Context<UmbrellaEnv>

/** The post of the address with its history; names as far as the viewer may see them. */
export const postOf = async (c: C, tx: Tx): Promise<PostHistory> =>
  found(await findPost(tx, idParam(c), seesHolders(c.var.viewer)))

/** The page of the post, with what a form on it was told. */
export async function showPost(
  c: C,
  status: 200 | 409 | 422 = 200,
  shown: Pick<PostPageProps, 'refusal' | 'form'> = {},
) {
  const { viewer } = c.var
  const view = await c.var.read(async tx => {
    const post = await postOf(c, tx)
    const known = viewer.account !== null
    return { post, appointments: known ? await listAppointments(tx, post.id, seesAppointments(viewer)) : [] }
  })
  return c.var.page(<PostPage {...view} viewer={viewer} {...shown} />, { status })
}

function countryOf(c: C, fallback: string): string {
  const asked = c.req.query('country')
  return isCountry(asked) ? asked : fallback
}

const named = (c: C, { id, title }: PostHistory) => ({ id, name: c.var.i18n.text(title).value })

const valuesOf = ({ title, about, regions, town }: PostHistory) => ({
  ...Object.fromEntries(Object.entries(title).map(([tag, text]) => [`title:${tag}`, text])),
  ...Object.fromEntries(Object.entries(about).map(([tag, text]) => [`about:${tag}`, text])),
  'regions[]': regions,
  town: town ?? '',
})

async function changeable(c: C, tx: Tx): Promise<PostHistory> {
  const post = await postOf(c, tx)
  authorize(canChangePost(c.var.viewer, post))
  return post
}

export const postRoutes = umbrellaRoutes()
  .get('/posts', published, async c => {
    const posts = await c.var.read(tx => listPosts(tx, seesHolders(c.var.viewer)))
    return c.var.page(<PostsPage posts={posts} viewer={c.var.viewer} />)
  })

  .get('/posts/new', allow(canKeepPosts), c =>
    c.var.page(<PostFormPage post={null} country={countryOf(c, c.var.umbrella.country ?? 'UA')} />),
  )

  .post('/posts', allow(canKeepPosts), async c => {
    const form = await readForm(c, postForm)
    if (!form.ok) {
      const country = isCountry(form.values.country) ? form.values.country : 'UA'
      const page = (
        <PostFormPage post={null} country={country} values={form.values} problems={form.problems} />
      )
      return c.var.page(page, { status: 422 })
    }
    const id = await c.var.write(tx => createPost(tx, form.data))
    return c.var.seeOther(`/posts/${id}`, 'network.said.postCreated')
  })

  .get('/posts/:id', published, c => showPost(c))

  .get('/posts/:id/form', allow(canKeepPosts), async c => {
    const post = await c.var.read(tx => changeable(c, tx))
    const country = countryOf(c, post.country)
    return c.var.page(<PostFormPage post={named(c, post)} country={country} values={valuesOf(post)} />)
  })

  .post('/posts/:id', allow(canKeepPosts), async c => {
    const form = await readForm(c, changePostForm)
    if (!form.ok) {
      const post = await c.var.read(tx => changeable(c, tx))
      const country = isCountry(form.values.country) ? form.values.country : post.country
      const page = (
        <PostFormPage post={named(c, post)} country={country} values={form.values} problems={form.problems} />
      )
      return c.var.page(page, { status: 422 })
    }
    const outcome = await c.var.write(async tx => changePost(tx, (await changeable(c, tx)).id, form.data))
    if (!outcome.ok) return showPost(c, 409, { refusal: outcome })
    return c.var.seeOther(`/posts/${idParam(c)}`, 'network.said.postChanged')
  })

  .post('/posts/:id/closing', allow(canKeepPosts), async c => {
    const outcome = await c.var.write(async tx => {
      const post = await postOf(c, tx)
      authorize(
        canClosePost(c.var.viewer, post) ||
          post.taken ||
          post.closedOn !== null ||
          post.proposed ||
          post.asked,
      )
      return closePost(tx, post.id)
    })
    if (!outcome.ok) return showPost(c, 409, { refusal: outcome })
    return c.var.seeOther('/posts', 'network.said.postClosed')
  })
