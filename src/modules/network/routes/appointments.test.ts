import { afterAll, describe, expect, it } from 'vitest'
import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { writeAs } from '#tests/admission.ts'
import { enter, foundCoalition, memberWith } from '#tests/coalition.ts'
import { endVoting } from '#tests/decisions.ts'
import { inDays } from '#tests/partners.ts'
import { type Eligible, idOf, postDesk } from '#tests/posts.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner } = stage.platform.database
const here = await foundCoalition(stage, 'appointments-here')
const elsewhere = await foundCoalition(stage, 'appointments-elsewhere')
const [anna, bohdan] = here.coordinators
const { at, eligible, newPost, proposed, confirm } = postDesk(stage, here)
const olena = await eligible('olena@appointments.example', 'Олена')
const marko = await eligible('marko@appointments.example', 'Марко')
const partner = await enter(stage, 'partner@appointments.example', 'Павло')
const ofPartner = await memberWith(stage, here.id, partner.id)
await owner.query("update network.memberships set form = 'agreement' where id = $1", [ofPartner])
afterAll(() => stage.close())

const reason = 'Знає всіх у районі'

const asks = (path: string, who: Pick<Eligible, 'id' | 'membership'>, more: Record<string, string> = {}) =>
  anna.browser.post(at(`${path}/appointment`), {
    candidate: `${who.id} ${who.membership}`,
    from: inDays(0),
    until: '',
    onBehalf: '',
    reason,
    ...more,
  })

const seenBy = async (who: { browser: Visitor }, path: string) => (await who.browser.get(at(path))).text()

async function numberOf(path: string): Promise<number> {
  const { rows } = await owner.query(
    'select decision_number as number from network.appointments where post_id = $1',
    [idOf(path)],
  )
  return rows[0].number
}

describe('asking the members who shall hold a post', () => {
  it('is for coordinators of the umbrella alone', async () => {
    const path = await newPost()
    const form = at(`${path}/appointment`)
    expect((await new Visitor(stage).get(form)).headers.get('location')).toContain('/en/sign-in?to=')
    for (const { browser } of [olena, elsewhere.coordinators[0]]) {
      expect((await browser.get(form)).status).toBe(403)
      expect((await browser.post(form, { reason })).status).toBe(403)
    }
    const there = at(`${path}/appointment`, elsewhere)
    expect((await elsewhere.coordinators[0].browser.get(there)).status).toBe(404)
    expect((await elsewhere.coordinators[0].browser.post(there, { reason })).status).toBe(404)
  })

  it('gives back what was typed with every problem', async () => {
    const path = await newPost()
    const answer = await anna.browser.post(at(`${path}/appointment`), {
      from: inDays(5),
      until: inDays(1),
      reason: '',
      onBehalf: 'Офіс',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Choose a person.')
    expect(page).toContain('value="Офіс"')
    const backwards = await asks(path, olena, { from: inDays(5), until: inDays(1) })
    expect(backwards.status).toBe(422)
    expect(await backwards.text()).toContain('The term must end after it starts.')
  })

  it('is about nobody whom the umbrella does not know', async () => {
    const path = await newPost()
    expect((await asks(path, { ...elsewhere.coordinators[0], membership: olena.membership })).status).toBe(
      404,
    )
    expect((await asks(path, { ...olena, membership: marko.membership })).status).toBe(404)
  })

  it('shows the question to members and to the person, and to nobody else', async () => {
    const path = await newPost()
    expect(await seenBy(anna, `${path}/appointment?q=Олена`)).toContain('Олена')
    expect((await asks(path, { ...partner, membership: ofPartner })).status).toBe(303)
    const number = await numberOf(path)
    for (const who of [anna, olena]) {
      const page = await seenBy(who, path)
      expect(page).toContain('Павло')
      expect(page).toContain(reason)
      expect(page).toContain(`/decisions/${number}"`)
    }
    const own = await seenBy(partner, path)
    expect(own).toContain('I do not wish to stand')
    expect(own).not.toContain(`/decisions/${number}"`)
    for (const who of [{ browser: new Visitor(stage) }, elsewhere.coordinators[0]]) {
      const page = await seenBy(who, path)
      expect(page).not.toContain('Павло')
      expect(page).not.toContain('id="appointments"')
    }
    expect((await partner.browser.get(at(`/decisions/${number}`))).status).toBe(404)
  })

  it('names the person beside the decision and on the ballot', async () => {
    const path = await newPost()
    await asks(path, olena)
    const number = await numberOf(path)
    for (const place of ['', '/secret-ballot']) {
      const page = await seenBy(marko, `/decisions/${number}${place}`)
      expect(page).toContain('Appointment: ')
      expect(page).toContain('Олена')
      expect(page).toContain(reason)
    }
    expect(await seenBy(marko, '/decisions')).toContain('Appointment: ')
    expect(await seenBy({ browser: new Visitor(stage) }, '/decisions')).not.toContain('Appointment: ')
  })

  it('waits for no other proposal, and no other proposal waits with it', async () => {
    const path = await newPost()
    expect((await asks(path, olena)).status).toBe(303)
    expect((await asks(path, marko)).status).toBe(409)
    expect((await proposed(path, marko)).status).toBe(409)
    const vacancy = { from: inDays(0), reason }
    expect((await bohdan.browser.post(at(`${path}/vacancy`), vacancy)).status).toBe(409)
    expect((await bohdan.browser.post(at(`${path}/closing`))).status).toBe(409)
    expect((await bohdan.browser.get(at(`${path}/appointment`))).status).toBe(200)
    const other = await newPost()
    expect((await proposed(other, olena)).status).toBe(303)
    const refused = await asks(other, marko)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('A second coordinator has to confirm it.')
    expect((await confirm(other)).status).toBe(303)
  })
})

describe('a question about a post', () => {
  const withdraw = (who: { browser: Visitor }, path: string) =>
    who.browser.post(at(`${path}/appointment-withdrawal`))

  it('is withdrawn by the person or by whoever proposed them', async () => {
    const path = await newPost()
    expect((await withdraw(anna, path)).status).toBe(404)
    await asks(path, { ...partner, membership: ofPartner })
    const visitor = new Visitor(stage)
    expect((await withdraw({ browser: visitor }, path)).status).toBe(403)
    expect((await withdraw(elsewhere.coordinators[0], path)).status).toBe(404)
    for (const who of [bohdan, marko]) expect((await withdraw(who, path)).status).toBe(403)
    expect((await withdraw(partner, path)).status).toBe(303)
    const late = await withdraw(partner, path)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('already closed')
    expect((await asks(path, olena)).status).toBe(303)
    expect((await withdraw(anna, path)).status).toBe(303)
    expect(await seenBy(olena, path)).toContain('Withdrawn before the end of the vote')
    expect((await proposed(path, olena)).status).toBe(303)
  })

  it('is asked again by a coordinator when the members set their decision aside, and waits for that at home', async () => {
    const path = await newPost()
    const again = (who: { browser: Visitor }) => who.browser.post(at(`${path}/appointment-again`))
    expect((await again(anna)).status).toBe(404)
    await asks(path, olena)
    expect((await again(anna)).status).toBe(409)
    const { rows } = await owner.query(
      `select d.id from network.appointments a join initiatives.decisions d on d.subject_id = a.id where a.post_id = $1`,
      [idOf(path)],
    )
    const { database } = stage.platform
    await endVoting(database, rows[0].id)
    await writeAs(database, here.id, null, tx => advanceDecision(tx, rows[0].id))
    const home = async (who: { browser: Visitor }) => seenBy(who, '/home')
    expect(await home(anna)).not.toContain('set the decision on the appointment aside')
    await owner.query(
      `insert into initiatives.appeals (umbrella_id, id, number, decision_id, membership_id, grounds, content_locale, status,
         needed, until, standing_at, answer_id, closed_at)
       values ($1, gen_random_uuid(), 1, $2, $3, 'Two members were never told of it.', 'en', 'upheld', 1, now(), now(), $2, now())`,
      [here.id, rows[0].id, olena.membership],
    )
    expect(await home(anna)).toContain('set the decision on the appointment aside')
    expect(await home(marko)).not.toContain('set the decision on the appointment aside')
    expect(await seenBy(anna, path)).toContain('/appointment-again')
    expect(await seenBy(marko, path)).not.toContain('/appointment-again')
    expect((await again({ browser: new Visitor(stage) })).status).toBe(403)
    for (const who of [marko, elsewhere.coordinators[0]])
      expect([403, 404]).toContain((await again(who)).status)
    expect((await again(bohdan)).status).toBe(303)
    expect(await home(anna)).not.toContain('set the decision on the appointment aside')
    expect((await again(anna)).status).toBe(409)
  })
})
