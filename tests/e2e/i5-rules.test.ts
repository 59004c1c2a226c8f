import { describe, expect, it } from 'vitest'
import { stage } from './browser.ts'
import { desk, phone, reader, type } from './coalition-steps.ts'
import { letDecisionPass, othersVote } from './decision-steps.ts'
import { go, pathOf, read, sound } from './journey.ts'

const show = stage()

const rowOf = async (table: string, slug: string, number: number) => {
  const { rows } = await show.program.platform.database.owner.query(
    `select x.id from initiatives.${table} x join platform.umbrellas u on u.id = x.umbrella_id
     where u.slug = $1 and x.number = $2`,
    [slug, number],
  )
  return rows[0].id as string
}

async function endDiscussion(number: number): Promise<void> {
  await show.program.platform.database.owner.query(
    `update initiatives.proposals set discussion_since = discussion_since - interval '20 days',
       discussion_until = discussion_until - interval '20 days' where id = $1`,
    [await rowOf('proposals', 'komm', number)],
  )
}

describe('the rules of a coalition', () => {
  it('change when a member proposes, all discuss and the majority decides', async () => {
    const author = await show.visit({ ...desk, as: 'komm.coordinator' })
    const pl = reader(author.page, 'pl')
    await read(author.page, '/pl/komm/rules')
    await pl.says('initiatives.rule.between', { minimum: '7', maximum: '90' })
    await pl.follow('initiatives.rule.propose')
    await sound(author.page)
    await type(author.page, {
      'title:pl': 'Trzy tygodnie na głosowanie',
      'rule-decisions--voting_days': '400',
    })
    await pl.press('initiatives.change.publish')
    expect(await author.page.locator('.error-summary li').count()).toBe(2)
    expect(await author.page.locator('[name="title:pl"]').inputValue()).toBe('Trzy tygodnie na głosowanie')
    await sound(author.page)
    await type(author.page, {
      'rule-decisions--voting_days': '21',
      'reasons:pl': 'Zarządy spotykają się raz w miesiącu.',
      'reasons:uk': 'Правління збираються раз на місяць.',
    })
    await pl.press('initiatives.change.publish')
    await pl.done('initiatives.said.changeProposed')
    const number = Number(/changes\/(\d+)/.exec(pathOf(author.page))![1])

    await discussInUkrainian(number)

    await read(author.page, `/pl/komm/changes/${number}`)
    expect(await author.page.getByText(pl.t('initiatives.change.ask'), { exact: true }).count()).toBe(0)
    await endDiscussion(number)
    await read(author.page, `/pl/komm/changes/${number}`)
    await author.page.locator('summary', { hasText: pl.t('initiatives.change.ask') }).click()
    await sound(author.page)
    await pl.press('initiatives.change.askNow')
    await pl.done('initiatives.said.changeAsked')
    await author.page.locator('main a[href*="/decisions/"]').first().click()
    await sound(author.page)
    const decided = Number(/decisions\/(\d+)/.exec(pathOf(author.page))![1])
    await pl.says('initiatives.decision.part.changes')
    const decision = await rowOf('decisions', 'komm', decided)
    await othersVote(show.program, decision, { yes: 8, no: 2 })
    await letDecisionPass(show.program, decision, 22)

    const visitor = await show.visit(phone)
    const en = reader(visitor.page, 'en')
    await read(visitor.page, '/en/komm/rules/decisions.voting_days')
    await en.says('initiatives.rule.inForce', { value: '21', minimum: '7', maximum: '90' })
    await en.says('initiatives.rule.byDecision', { number: String(decided) })
    await read(visitor.page, `/en/komm/changes/${number}`)
    await en.says('initiatives.change.status.adopted')
    await visitor.context.close()
    await appeal(author.page, decided)
    await author.context.close()
  })

  // A phone without scripts.
  async function discussInUkrainian(number: number) {
    const member = await show.visit({ ...phone, as: 'komm.representative' })
    const uk = reader(member.page, 'uk')
    await read(member.page, `/uk/komm/changes/${number}`)
    await uk.says('initiatives.rule.fromTo', { from: '14', to: '21' })
    await uk.press('initiatives.comment.send')
    expect(await member.page.locator('.error-summary li').count()).toBe(2)
    await sound(member.page)
    await member.page.locator('[name=stance][value=for]').check()
    await type(member.page, { body: 'У нас збори щодругої неділі.' })
    await uk.press('initiatives.comment.send')
    await uk.done('initiatives.said.commented')
    await member.context.close()
  }

  async function appeal(page: Parameters<typeof read>[0], decision: number) {
    const pl = reader(page, 'pl')
    await read(page, `/pl/komm/decisions/${decision}`)
    await pl.follow('initiatives.appeal.raise')
    await type(page, { grounds: 'Dwie organizacje nie dostały wiadomości o głosowaniu.' })
    await pl.press('initiatives.appeal.send')
    await pl.done('initiatives.said.appealRaised')
    const path = pathOf(page).replace(/^\/pl/, '')
    for (const [part, locale] of [
      ['secondCoordinator', 'pl'],
      ['representative', 'uk'],
    ] as const) {
      const signer = await show.visit({ ...phone, as: `komm.${part}` })
      const words = reader(signer.page, locale)
      await go(signer.page, `/${locale}${path}`)
      await words.press('initiatives.appeal.sign')
      await words.done('initiatives.said.appealSigned')
      await signer.context.close()
    }
    await read(page, `/pl${path}`)
    await pl.says('initiatives.appeal.status.standing')
  }

  it('and its goals are read by everybody, with how they came about', async () => {
    const { page, context } = await show.visit(phone)
    const uk = reader(page, 'uk')
    await read(page, '/uk/komm/rules')
    await page.getByRole('link', { name: 'Спільний голос меншин' }).click()
    await sound(page)
    await uk.says('initiatives.goal.one')
    await uk.says('initiatives.agreed.version', { version: '1' })
    await read(page, '/uk/komm/changes')
    await context.close()
  })
})
