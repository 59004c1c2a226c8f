import { expect } from 'vitest'
import { type Coalition, enter, memberWith, type Present } from './coalition.ts'
import { inDays } from './partners.ts'
import type { Stage } from './visitor.ts'

/** Somebody who acts for a member and could hold a post. */
export type Eligible = Present & { membership: string }

export const idOf = (path: string) => path.split('/').at(-1)!

export const postFields = (more: Record<string, string | string[]> = {}) => ({
  kind: 'regional_representative',
  'title:uk': 'Миколаївщина',
  country: 'UA',
  'regions[]': ['UA-48'],
  ...more,
})

/** What tests of posts do in an umbrella: make a post, let two coordinators give it to somebody. */
export function postDesk(stage: Stage, here: Coalition) {
  const { owner } = stage.platform.database
  const [anna, bohdan] = here.coordinators
  const at = (path: string, of: { slug: string } = here) => `/en/${of.slug}${path}`

  async function eligible(address: string, name: string): Promise<Eligible> {
    const present = await enter(stage, address, name)
    return { ...present, membership: await memberWith(stage, here.id, present.id) }
  }

  async function newPost(more: Record<string, string | string[]> = {}): Promise<string> {
    const answer = await anna.browser.post(at('/posts'), postFields(more))
    expect(answer.status).toBe(303)
    return /\/posts\/[0-9a-f-]{36}/.exec(answer.headers.get('location')!)![0]
  }

  const proposed = (path: string, who: Eligible, more: Record<string, string> = {}) =>
    anna.browser.post(at(`${path}/hand-over`), {
      candidate: `${who.id} ${who.membership}`,
      from: inDays(0),
      until: '',
      onBehalf: '',
      reason: 'Обрано на зборах',
      ...more,
    })

  async function confirm(path: string) {
    const { rows } = await owner.query(
      "select id from people.acts where subject_id = $1 and status = 'proposed'",
      [idOf(path)],
    )
    return bohdan.browser.post(at(`/acts/${rows[0].id}/confirmation`))
  }

  async function appoint(path: string, who: Eligible, more: Record<string, string> = {}) {
    expect((await proposed(path, who, more)).status).toBe(303)
    expect((await confirm(path)).status).toBe(303)
  }

  const termsOf = async (path: string) =>
    (
      await owner.query(
        'select person_id as person, valid_from as since, valid_until as until from network.post_terms where post_id = $1 order by valid_from, id',
        [idOf(path)],
      )
    ).rows

  return { at, eligible, newPost, proposed, confirm, appoint, termsOf }
}
