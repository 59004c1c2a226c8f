import { afterAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { affiliate, enter, foundCoalition, memberWith } from '#tests/coalition.ts'
import { inDays } from '#tests/partners.ts'
import { idOf, postDesk } from '#tests/posts.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { endMembership } from '../actions/end-membership.ts'
import { forgetHolder } from '../actions/forget-holder.ts'
import { findPost } from '../queries/posts.ts'

const stage = await setStage()
const { owner, request } = stage.platform.database
const here = await foundCoalition(stage, 'holders-here')
const elsewhere = await foundCoalition(stage, 'holders-elsewhere')
const [anna] = here.coordinators
const { at, eligible, newPost, proposed, confirm, appoint, termsOf } = postDesk(stage, here)
const people = {
  olena: await eligible('olena@posts.example', 'Олена'),
  marko: await eligible('marko@posts.example', 'Марко'),
}
afterAll(() => stage.close())

describe('a holder', () => {
  it('is appointed by two coordinators and no less', async () => {
    const path = await newPost()
    expect((await anna.browser.post(at(`${path}/hand-over`), { reason: '' })).status).toBe(422)
    expect(await (await anna.browser.get(at(`${path}/hand-over?q=Олена`))).text()).toContain('Олена')
    expect(await (await anna.browser.get(at(`${path}/hand-over?q=Ніхто`))).text()).toContain(
      'Nobody was found',
    )
    expect((await proposed(path, people.olena)).status).toBe(303)
    expect(await termsOf(path)).toEqual([])
    expect((await proposed(path, people.marko)).status).toBe(409)
    expect((await confirm(path)).status).toBe(303)
    expect(await termsOf(path)).toEqual([{ person: people.olena.id, since: inDays(0), until: null }])
    const { rows } = await owner.query(
      "select person_id as person from platform.mail where template = 'network.post_given' and link = $1",
      [path],
    )
    expect(rows).toEqual([{ person: people.olena.id }])
  })

  it('is nobody whom the umbrella does not know', async () => {
    const path = await newPost()
    const stranger = { ...elsewhere.coordinators[0], membership: people.olena.membership }
    expect((await proposed(path, stranger)).status).toBe(404)
    expect((await proposed(path, { ...people.olena, membership: people.marko.membership })).status).toBe(404)
  })

  it('is shown to visitors only by the name they chose, and by the member without one', async () => {
    const path = await newPost()
    await appoint(path, people.olena)
    const seen = async () => (await new Visitor(stage).get(at(path))).text()
    expect(await seen()).toContain('A representative of')
    expect(await seen()).not.toContain('Олена')
    expect(await (await people.marko.browser.get(at(path))).text()).toContain('Олена')
    expect(
      (await people.marko.browser.post(at(`${path}/display-name`), { displayName: 'Хтось' })).status,
    ).toBe(403)
    expect(
      (await people.olena.browser.post(at(`${path}/display-name`), { displayName: 'О. Шевчук' })).status,
    ).toBe(303)
    expect(await seen()).toContain('О. Шевчук')
    expect((await people.olena.browser.post(at(`${path}/display-name`), { displayName: '' })).status).toBe(
      303,
    )
    expect(await seen()).not.toContain('О. Шевчук')
  })

  it('hands over in one act, and leaves a note that holders alone read', async () => {
    const path = await newPost()
    await appoint(path, people.olena)
    const note = { note: 'Ключі в бібліотеці' }
    expect((await people.marko.browser.post(at(`${path}/notes`), note)).status).toBe(403)
    expect((await people.olena.browser.post(at(`${path}/notes`), { note: '' })).status).toBe(422)
    expect((await people.olena.browser.post(at(`${path}/notes`), note)).status).toBe(303)
    expect(await (await anna.browser.get(at(path))).text()).not.toContain('Ключі')
    await owner.query('update network.post_terms set valid_from = $2 where post_id = $1', [
      idOf(path),
      inDays(-30),
    ])
    await appoint(path, people.marko, { from: inDays(-3) })
    expect(await termsOf(path)).toEqual([
      { person: people.olena.id, since: inDays(-30), until: inDays(0) },
      { person: people.marko.id, since: inDays(0), until: null },
    ])
    expect(await (await people.marko.browser.get(at(path))).text()).toContain('Ключі в бібліотеці')
    const hidden = await inScope(request, { umbrella: here.id, account: anna.id }, 'read', tx =>
      tx.$client.query('select * from network.post_notes'),
    )
    expect(hidden.rows).toEqual([])
  })

  it('can be appointed for a later day, and lays the post down alone', async () => {
    const path = await newPost()
    await appoint(path, people.olena)
    await appoint(path, people.marko, { from: inDays(10), until: inDays(375) })
    expect(await termsOf(path)).toEqual([
      { person: people.olena.id, since: inDays(0), until: inDays(10) },
      { person: people.marko.id, since: inDays(10), until: inDays(375) },
    ])
    expect((await people.marko.browser.get(at(`${path}/resignation`))).status).toBe(403)
    expect((await people.olena.browser.get(at(`${path}/resignation`))).status).toBe(200)
    expect((await people.olena.browser.post(at(`${path}/resignation`), { reason: '' })).status).toBe(303)
    expect((await termsOf(path))[0]).toMatchObject({ until: inDays(0) })
    expect((await people.olena.browser.post(at(`${path}/resignation`))).status).toBe(403)
  })

  it('stays in the history also when the post changed hands on the first day, unless nobody ever held it', async () => {
    const path = await newPost()
    await appoint(path, people.olena)
    await appoint(path, people.marko)
    await appoint(path, people.olena, { from: inDays(20) })
    await appoint(path, people.olena, { from: inDays(10) })
    await inScope(request, { umbrella: here.id, account: people.olena.id }, 'write', tx =>
      forgetHolder(tx, people.olena.id),
    )
    const post = await inScope(request, { umbrella: here.id, account: anna.id }, 'read', tx =>
      findPost(tx, idOf(path), true),
    )
    expect(post!.terms.map(({ personId, validFrom }) => [personId, validFrom])).toEqual([
      [people.marko.id, inDays(0)],
      [people.olena.id, inDays(0)],
    ])
    expect(post!.next).toBeNull()
  })

  it('is released by two coordinators', async () => {
    const path = await newPost()
    await appoint(path, people.olena)
    const answer = await anna.browser.post(at(`${path}/vacancy`), {
      from: inDays(0),
      reason: 'За власним проханням',
    })
    expect(answer.status).toBe(303)
    expect(await termsOf(path)).toMatchObject([{ until: null }])
    expect((await confirm(path)).status).toBe(303)
    expect(await termsOf(path)).toMatchObject([{ until: inDays(0) }])
  })

  it('loses the post when the member leaves', async () => {
    const path = await newPost()
    const present = await enter(stage, 'ivan@posts.example', 'Іван')
    const membership = await memberWith(stage, here.id, present.id)
    await affiliate(stage, here.id, present.id)
    await appoint(path, { ...present, membership })
    await inScope(request, { umbrella: here.id, account: present.id }, 'write', tx =>
      endMembership(tx, { membership, reason: 'Вихід' }),
    )
    expect(await termsOf(path)).toMatchObject([{ until: inDays(0) }])
  })
})
