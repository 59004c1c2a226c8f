import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner } = stage.platform.database
const here = await foundCoalition(stage, 'discussion-here')
const elsewhere = await foundCoalition(stage, 'discussion-elsewhere')
const { at, post, publish, representative, partner, rowOf, toldBy, recorded, letDiscussionPass } =
  initiativeDesk(stage, here)
let iryna: Representative
let pavlo: Representative
let olena: Representative
let page: string

const visitor = new Visitor(stage)
const html = async (who: { get: Visitor['get'] } = visitor) => (await who.get(at(page))).text()
const said = (who: Representative, body: string, more: Record<string, string> = { stance: 'for' }) =>
  post(who, `${page}/comments`, { membership: who.membership, body, ...more })

async function idOf(body: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from initiatives.comments where body = $1', [
    body,
  ])
  return rows[0]!.id
}

beforeAll(async () => {
  iryna = await representative('iryna')
  pavlo = await representative('pavlo')
  olena = await partner('olena')
  page = await publish(iryna)
})
afterAll(() => stage.close())

describe('speaking', () => {
  it('is for members and partners, for whom one acts', async () => {
    const typed = { membership: pavlo.membership, stance: 'for', body: 'Чуже слово' }
    expect((await visitor.post(at(`${page}/comments`), typed)).status).toBe(403)
    expect((await elsewhere.coordinators[0].browser.post(at(`${page}/comments`), typed)).status).toBe(403)
    expect((await post(iryna, `${page}/comments`, typed)).status).toBe(403)
    expect(await html()).not.toContain('Чуже слово')
  })

  it('takes a side or asks, and says something', async () => {
    const answer = await post(pavlo, `${page}/comments`, { membership: pavlo.membership })
    expect(answer.status).toBe(422)
    const again = await answer.text()
    expect(again).toContain('href="#comment-stance"')
    expect(again).toContain('href="#comment-body"')
  })

  it('shows everybody the member, never the person, and tells whom it concerns', async () => {
    expect((await said(pavlo, 'Варто <b>спробувати</b>')).status).toBe(303)
    expect((await said(olena, 'А хто платить?', { stance: 'question' })).status).toBe(303)
    const seen = await html()
    expect(seen).toContain('Варто &lt;b&gt;спробувати')
    expect(seen).toContain('A member')
    expect(seen).not.toContain('pavlo')
    expect(seen).toContain('question without an answer')
    expect(await toldBy('question_asked')).toEqual([iryna.id])
    const question = await idOf('А хто платить?')
    expect((await said(iryna, 'Фонд', { parent: question })).status).toBe(303)
    expect(await toldBy('comment_answered')).toEqual([olena.id])
    expect(await html()).toContain('questions without an answer')
    // An answer to an answer joins the same conversation.
    expect((await said(pavlo, 'Який саме?', { parent: await idOf('Фонд') })).status).toBe(303)
    const { rows } = await owner.query('select parent_id from initiatives.comments where body = $1', [
      'Який саме?',
    ])
    expect(rows).toEqual([{ parent_id: question }])
  })

  it('refuses an answer to what is not there', async () => {
    const other = await publish(iryna)
    const parent = await idOf('Фонд')
    const typed = { membership: pavlo.membership, parent, body: 'Не туди' }
    expect((await post(pavlo, `${other}/comments`, typed)).status).toBe(409)
  })
})

describe('taking words back', () => {
  it('is for the member that said them; people inside still read what was withdrawn', async () => {
    await said(pavlo, 'Передумали')
    const comment = await idOf('Передумали')
    const path = `${page}/comments/${comment}/withdrawal`
    expect((await post(iryna, path)).status).toBe(403)
    expect((await post(pavlo, path)).status).toBe(303)
    expect((await post(pavlo, path)).status).toBe(409)
    expect(await html()).not.toContain('Передумали')
    expect(await html(iryna.browser)).toContain('Передумали')
  })

  it('takes two coordinators, and leaves the record whole', async () => {
    await said(pavlo, 'Небезпечні слова')
    const comment = await idOf('Небезпечні слова')
    const [anna, bohdan] = here.coordinators
    const path = `${page}/comments/${comment}/redaction`
    expect((await pavlo.browser.get(at(path))).status).toBe(403)
    expect((await anna.browser.get(at(path))).status).toBe(200)
    expect((await post(anna, path, { reason: '' })).status).toBe(422)
    const before = await owner.query('select body_hash from initiatives.comments where id = $1', [comment])
    expect((await post(anna, path, { reason: 'Людині загрожує небезпека' })).status).toBe(303)
    expect((await post(bohdan, path, { reason: 'Ще раз' })).status).toBe(409)
    expect(await html()).toContain('Небезпечні слова')
    const { rows } = await owner.query<{ id: string }>('select id from people.acts where subject_id = $1', [
      comment,
    ])
    await post(bohdan, `/acts/${rows[0]!.id}/confirmation`)
    for (const who of [visitor, anna.browser, pavlo.browser]) {
      expect(await html(who)).not.toContain('Небезпечні слова')
      expect(await html(who)).toContain('Людині загрожує небезпека')
    }
    const after = await owner.query('select body_hash, body, salt from initiatives.comments where id = $1', [
      comment,
    ])
    expect(after.rows).toEqual([{ ...before.rows[0], body: null, salt: null }])
    expect(await toldBy('comment_redacted')).toEqual([pavlo.id])
    expect(await recorded(page)).toContain('initiatives.comment_redacted')
  })
})

describe('the scope', () => {
  const reasons = 'Це справа релігійних громад, а не коаліції.'

  it('is challenged by another member with reasons, and holds the vote until it is answered', async () => {
    const own = { membership: iryna.membership, reasons, topic: '' }
    const path = `${page}/scope`
    expect((await post(pavlo, path, { ...own, membership: pavlo.membership, reasons: 'Ні' })).status).toBe(
      422,
    )
    expect((await post(pavlo, path, { ...own, membership: pavlo.membership })).status).toBe(303)
    expect((await post(pavlo, path, { ...own, membership: pavlo.membership })).status).toBe(409)
    expect(await toldBy('scope_challenged')).toEqual([iryna.id])
    expect(await html()).toContain(reasons)
    await letDiscussionPass(page)
    expect((await post(iryna, `${page}/decision`)).status).toBe(409)
    const { rows } = await owner.query<{ id: string }>(
      'select id from initiatives.scope_challenges where initiative_id = $1',
      [(await rowOf(page)).id],
    )
    const answer = { answer: 'Будинок не є релігійною установою.' }
    const at_ = `${path}/${rows[0]!.id}`
    expect((await post(pavlo, `${at_}/answer`, answer)).status).toBe(403)
    expect((await post(iryna, `${at_}/answer`, { answer: 'Ні' })).status).toBe(422)
    expect((await post(iryna, `${at_}/answer`, answer)).status).toBe(303)
    expect((await post(iryna, `${at_}/answer`, answer)).status).toBe(409)
    expect((await post(olena, `${at_}/withdrawal`)).status).toBe(403)
    expect(await html()).toContain(answer.answer)
    expect((await post(iryna, `${page}/decision`)).status).toBe(303)
    expect(await rowOf(page)).toMatchObject({ status: 'decision' })
  })
})
