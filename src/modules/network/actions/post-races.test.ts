import { describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { createPost } from './keep-post.ts'

const database = await freshDatabase()
const { owner, request } = database
const umbrella = await newUmbrella(database)
const [anna, olena, marko] = await Promise.all([1, 2, 3].map(() => newPerson(database, [umbrella])))
await newCoordinator(database, umbrella, anna!)

const scope = { umbrella, account: anna! }
const newPost = () =>
  inScope(request, scope, 'write', tx =>
    createPost(tx, {
      kind: 'liaison',
      title: { uk: 'Зв’язки' },
      about: {},
      country: 'UA',
      regions: [],
      town: null,
    }),
  )

describe('a post in the database', () => {
  const insert = (post: string, person: string) =>
    owner.query(
      `insert into network.post_terms (umbrella_id, id, post_id, person_id, valid_from) values ($1, $2, $3, $4, '2024-01-01')`,
      [umbrella, newId(), post, person],
    )

  it('knows one holder at a time, also when two are entered at once', async () => {
    const post = await newPost()
    const results = await Promise.allSettled([insert(post, olena!), insert(post, marko!)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    // Two who exclude each other may each wait for the other: PostgreSQL then ends one, which comes again and is refused.
    const refused = results.find(result => result.status === 'rejected')?.reason
    if (refused.code === '40P01')
      await expect(insert(post, marko!)).rejects.toMatchObject({ constraint: 'one_holder' })
    else expect(refused).toMatchObject({ constraint: 'one_holder' })
  })

  it('lets no request appoint without a confirmed act', async () => {
    const post = await newPost()
    const attempt = inScope(request, scope, 'write', tx =>
      tx.$client.query(
        `insert into network.post_terms (umbrella_id, id, post_id, person_id, valid_from) values ($1, $2, $3, $4, current_date)`,
        [umbrella, newId(), post, anna!],
      ),
    )
    await expect(attempt).rejects.toThrow(/two coordinators/)
  })
})
