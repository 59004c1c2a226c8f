import { describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { begin, send } from './application-steps.ts'
import { stage } from './browser.ts'
import { choose, desk, letPeriodPass, phone, reader, tick, type } from './coalition-steps.ts'
import { decisionAbout, letDecisionPass, othersVoteInSecret } from './decision-steps.ts'
import { go, read, sound } from './journey.ts'

const show = stage()

describe('an individual representative', () => {
  it('is objected to, and admitted by the majority of a secret ballot', async () => {
    const { page, context } = await show.visit(desk)
    const applicant = reader(page, 'en')
    await begin({ page, program: show.program }, 'en', 'komm', 'individual', 'Samira')
    await applicant.press('network.form.review')
    expect(await page.locator('.error-summary li').count()).toBe(5)
    await applicant.says('network.form.basisMissing')
    await sound(page)
    const name = 'Samira of the Chechen families'
    await type(page, { 'name:en': name, recognisedBy: 'Nine families in Lublin, since 2019', town: 'Lublin' })
    await tick(page, 'communities', ['chechen'])
    await choose(page, { country: 'PL', region: 'PL-06' })
    await page.locator('[name=basis][value=no_formal_organisation]').check()
    await page.locator('[name=listed]').check()
    const application = await send(page, 'en', name)
    const path = (locale: Locale) => `/${locale}/komm/applications/${application}`

    const objector = await show.visit({ ...phone, as: 'komm.representative' })
    await go(objector.page, path('uk'))
    await type(objector.page, { reasons: 'Просимо спершу познайомитися з родинами.' })
    await reader(objector.page, 'uk').press('network.answer.sendObjection')
    await objector.context.close()
    expect(await letPeriodPass(show.program, application)).toBe('contested')
    await read(page, path('en'))
    await applicant.says('network.application.status.contested')
    await applicant.says('network.progress.decisionAwaited')

    const decision = await decisionAbout(show.program, application)
    await voteInSecret(path)
    await othersVoteInSecret(show.program, decision.id, { yes: 7, no: 1 })
    await read(page, `/en/komm/decisions/${decision.number}`, 404)
    await letDecisionPass(show.program, decision.id, 22)
    await read(page, path('en'))
    await applicant.says('network.application.status.admitted')
    await applicant.says('network.progress.decidedYes')
    await read(page, '/en/komm/own-profile')
    await read(page, '/en/komm/directory?q=Samira')
    await page.getByRole('link', { name }).first().click()
    await sound(page)
    await context.close()
  })

  // From the application to the urn, without scripts, in Ukrainian on a phone.
  async function voteInSecret(path: (locale: Locale) => string) {
    const voter = await show.visit({ ...phone, as: 'komm.representative' })
    const uk = reader(voter.page, 'uk')
    await read(voter.page, path('uk'))
    await uk.follow('network.application.toDecision')
    await sound(voter.page)
    await uk.says('initiatives.board.secret')
    await uk.follow('initiatives.decision.toSecretBallot')
    await sound(voter.page)
    await uk.press('initiatives.secret.cast')
    await uk.complains('initiatives.secret.choiceMissing')
    await voter.page.locator('[name=choice][value=yes]').check()
    await uk.press('initiatives.secret.cast')
    await uk.done('initiatives.said.secretCast')
    await uk.says('initiatives.secret.thanks')
    expect(await voter.page.locator('[name=choice]').count()).toBe(0)
    await voter.context.close()
  }

  it('is refused when no majority is in favour, and reads that one may apply again', async () => {
    const { rows } = await show.program.platform.database.owner.query<{ id: string }>(
      `select a.id from network.applications a join network.objections o on o.application_id = a.id
       where a.name->>'en' like '%Incense%'`,
    )
    const application = rows[0]!.id
    expect(await letPeriodPass(show.program, application)).toBe('contested')
    const decision = await decisionAbout(show.program, application)
    await othersVoteInSecret(show.program, decision.id, { yes: 2, no: 6 })
    const member = await show.visit({ ...desk, as: 'komm.coordinator' })
    const pl = reader(member.page, 'pl')
    await read(member.page, `/pl/komm/decisions/${decision.number}`)
    await pl.says('initiatives.board.secret')
    await letDecisionPass(show.program, decision.id, 22)
    await read(member.page, `/pl/komm/decisions/${decision.number}`)
    await pl.says('initiatives.decision.outcome.notSupported')
    await member.context.close()
    const { page, context } = await show.visit({ ...phone, as: 'lublin-bialystok.representative' })
    const applicant = reader(page, 'pl')
    await read(page, `/pl/komm/applications/${application}`)
    await applicant.says('network.application.status.refused')
    await applicant.says('network.progress.decidedNo')
    await applicant.says('network.progress.again')
    await context.close()
  })
})
