import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { initiativeText } from '../initiative-desk.ts'
import { stage } from './browser.ts'
import { desk, phone, read, reader, sound, tick, type } from './coalition-steps.ts'
import { go, textOf } from './journey.ts'

const show = stage()
const at = (locale: string, path = '') => `/${locale}/international-union${path}`
const { authoritative: _uk, 'topics[]': topics, 'languages[]': _languages, ...text } = initiativeText

const main = (page: Page) => textOf(page.locator('main'))
const pathHere = (page: Page) => new URL(page.url()).pathname.replace(/^\/[a-z]{2}\/[^/]+/, '')

describe('an initiative', () => {
  it('is written by a partner who answers for its scope, and published in two languages', async () => {
    const partner = await show.visit({ ...desk, as: 'international-union.partner' })
    const uk = reader(partner.page, 'uk')
    await read(partner.page, at('uk', '/initiatives'))
    await uk.follow('initiatives.draft.begin')
    await sound(partner.page)
    await type(partner.page, { title: text.title })
    await uk.press('initiatives.draft.review')
    // Five parts of the text, the topics, the scope: all at once.
    expect(await partner.page.locator('.error-summary li').count()).toBe(7)
    await uk.says('initiatives.draft.scopeUnanswered')
    await sound(partner.page)
    expect(await partner.page.locator('[name=title]').inputValue()).toBe(text.title)
    await partner.page.locator('[name=scope-0][value=no]').check()
    await type(partner.page, text)
    await tick(partner.page, 'topics', [...topics])
    await uk.press('initiatives.draft.review')
    await uk.done('initiatives.said.draftSaved')
    await sound(partner.page)

    const draft = pathHere(partner.page)
    await partner.page.locator('#translations a').filter({ hasText: 'додати' }).last().click()
    await sound(partner.page)
    await type(partner.page, { title: 'Dom Narodów', need: 'Nie ma gdzie się spotykać.' })
    await partner.page.locator('[name=state][value=machine]').check()
    await uk.press('initiatives.translation.save')
    await uk.done('initiatives.said.translated')

    const guest = await show.visit(phone)
    await go(guest.page, at('pl', draft))
    expect(guest.page.url()).toContain('/sign-in')
    const stranger = await show.visit({ ...phone, as: 'international-union.individual' })
    await go(stranger.page, at('pl', draft), 404)

    await partner.page.locator('summary', { hasText: uk.t('initiatives.draft.publish') }).click()
    await uk.press('initiatives.draft.publishNow')
    await uk.done('initiatives.said.published')
    const page = pathHere(partner.page)
    await read(guest.page, at('pl', page))
    const seen = await main(guest.page)
    expect(seen).toContain('Nie ma gdzie się spotykać.')
    expect(seen).toContain('Tłumaczenie maszynowe')
    await Promise.all([partner, guest, stranger].map(({ context }) => context.close()))
  })

  it('is discussed, doubted and amended, and its versions are read side by side', async () => {
    const guest = await show.visit(desk)
    await read(guest.page, at('en', '/initiatives?status=discussion'))
    await guest.page.locator('.card-link h3 a').first().click()
    const page = pathHere(guest.page)

    const member = await show.visit({ ...phone, as: 'international-union.representative' })
    const pl = reader(member.page, 'pl')
    await go(member.page, at('pl', page))
    await sound(member.page)
    await pl.press('initiatives.comment.send')
    expect(await member.page.locator('.error-summary li').count()).toBe(2)
    await pl.says('initiatives.comment.stanceMissing')
    await member.page.locator('[name=stance][value=question]').check()
    await member.page.locator('#comment-body').fill('Kto zapłaci za ogrzewanie?')
    await pl.press('initiatives.comment.send')
    await pl.done('initiatives.said.commented')
    await member.page.locator('#scope summary').click()
    await member.page.locator('#challenge-reasons').fill('To sprawa związków wyznaniowych, nie koalicji.')
    await pl.press('initiatives.scope.send')
    await pl.done('initiatives.said.challenged')
    await pl.follow('initiatives.amendment.propose')
    await sound(member.page)
    await type(member.page, {
      goals: `${text.goals} Dostępny dla wszystkich.`,
      reasons: 'Dla osób na wózkach',
    })
    await pl.press('initiatives.amendment.send')
    await pl.done('initiatives.said.amendmentProposed')
    await sound(member.page)

    const partner = await show.visit({ ...desk, as: 'international-union.partner' })
    const en = reader(partner.page, 'en')
    await go(partner.page, at('en', `${page}/amendments/1`))
    await partner.page.locator('[name=answer][value=accepted]').check()
    await type(partner.page, { reasons: 'Of course' })
    await en.press('initiatives.amendment.sendAnswer')
    await en.done('initiatives.said.amendmentAccepted')
    await go(partner.page, at('en', page))
    await sound(partner.page)
    await partner.page.locator('#scope details summary').first().click()
    await partner.page.locator('#scope textarea').first().fill('The house belongs to no religion.')
    await en.press('initiatives.scope.sendAnswer')
    await en.done('initiatives.said.challengeAnswered')

    await read(guest.page, at('en', `${page}/versions?from=1&to=2`))
    expect(await textOf(guest.page.locator('.comparison ins'))).toContain('Dostępny dla wszystkich')
    await read(guest.page, at('en', page))
    const seen = await main(guest.page)
    for (const words of ['Kto zapłaci', 'związków wyznaniowych', 'belongs to no religion'])
      expect(seen).toContain(words)
    await Promise.all([guest, member, partner].map(({ context }) => context.close()))
  })
})
