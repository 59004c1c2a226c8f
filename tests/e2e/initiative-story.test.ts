import { beforeAll, describe, expect, it } from 'vitest'
import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'
import type { Voter } from '../decisions.ts'
import { endAnswer, missReport } from '../realisations.ts'
import { endTalk, letTimePass } from '../time-passes.ts'
import { stage, type Visit } from './browser.ts'
import { desk, phone, reader, type } from './coalition-steps.ts'
import { recountFrom, voteFromBoard } from './decision-steps.ts'
import { sendForm } from './form-steps.ts'
import { go, read, sound, textOf } from './journey.ts'
import { type Coalition, found, seat, seatMembers } from './seat-steps.ts'
import { words } from './signing-in.ts'
import { draftHouse, house, placeOf, storyOf, translate } from './story-steps.ts'

const show = stage({ mailServer: true })
// Who of the cast acts for whom here; each reads and writes in a language of their own.
const law = 'komm.coordinator'
const ukrainian = 'komm.representative'
const english = 'lublin-bialystok.partner'
const polish = 'komm.secondCoordinator'

let coalition: Coalition
let story: ReturnType<typeof storyOf>
let partner: Voter
let taker: Voter
let guest: Visit
let initiative: string
let decision: string
let realisation: string

const named = { title: house.title }
const at = (locale: 'uk' | 'pl' | 'en', path: string) => story.at(locale, path)

beforeAll(async () => {
  coalition = await found(show.program)
  const name = { uk: 'Правнича майстерня', pl: 'Pracownia Prawa', en: 'Law workshop' }
  partner = await seat(show.program, coalition, law, { name, form: 'agreement' })
  const members = await seatMembers(show.program, coalition, [ukrainian, english, polish])
  taker = members[1]!
  guest = await show.visit(phone)
  story = storyOf(show, coalition, guest.page)
})

describe('an initiative', () => {
  it('is drafted by a partner in Polish, translated, and published for everybody', async () => {
    const { page } = await show.visit({ ...desk, as: law })
    const pl = reader(page, 'pl')
    await read(page, at('pl', '/initiatives'))
    const draft = await draftHouse(page)
    await translate(page, 'uk', 'checked', ['Дім націй', 'Спільнотам немає де зустрічатися.'])
    await translate(page, 'en', 'machine', ['House of Nations', 'Communities have nowhere to meet.'])
    const stranger = await show.visit({ ...phone, as: polish })
    await go(stranger.page, at('pl', draft), 404)
    await go(guest.page, at('uk', draft))
    expect(guest.page.url()).toContain('/sign-in')

    await page.locator('summary', { hasText: pl.t('initiatives.draft.publish') }).click()
    await pl.press('initiatives.draft.publishNow')
    await pl.done('initiatives.said.published')
    initiative = placeOf(page)
    await story.reads(initiative, 'initiatives.status.discussion', 'initiatives.speaker.partner')
    expect(await textOf(guest.page.locator('main'))).toContain('Communities have nowhere to meet.')
    await reader(guest.page, 'en').says('initiatives.translation.machine')
  })

  it('is questioned in English, amended in Ukrainian without scripts, and doubted in Polish', async () => {
    const asking = await show.visit({ ...desk, as: english })
    const en = reader(asking.page, 'en')
    await read(asking.page, at('en', initiative))
    await en.press('initiatives.comment.send')
    await en.complains('platform.form.missing', 'initiatives.comment.stanceMissing')
    await asking.page.locator('[name=stance][value=question]').check()
    await asking.page.locator('#comment-body').fill('Who pays for the heating?')
    await en.press('initiatives.comment.send')
    await en.done('initiatives.said.commented')

    const amending = await show.visit({ ...phone, as: ukrainian })
    const uk = reader(amending.page, 'uk')
    await read(amending.page, at('uk', '/initiatives?status=discussion'))
    await amending.page.locator('.card-link h3 a').first().click()
    await sound(amending.page)
    await uk.follow('initiatives.amendment.propose')
    await sound(amending.page)
    const goals = `${house.goals} Dostępny dla wszystkich.`
    await type(amending.page, { goals, reasons: 'Щоб зайшли й люди на візках.' })
    await uk.press('initiatives.amendment.send')
    await uk.done('initiatives.said.amendmentProposed')

    const doubting = await show.visit({ ...phone, as: polish })
    const pl = reader(doubting.page, 'pl')
    await go(doubting.page, at('pl', initiative))
    await doubting.page.locator('#scope summary').click()
    await doubting.page.locator('#challenge-reasons').fill('Czy to nie sprawa związków wyznaniowych?')
    await pl.press('initiatives.scope.send')
    await pl.done('initiatives.said.challenged')
    await story.reads(initiative, 'initiatives.amendment.open', 'initiatives.scope.open')
    const said = await textOf(guest.page.locator('main'))
    for (const sentence of ['Who pays for the heating?', 'Czy to nie sprawa'])
      expect(said).toContain(sentence)
  })

  it('takes up the amendment out of a letter, and its versions are read side by side', async () => {
    const { page } = await show.visit({ ...desk, as: law })
    const pl = reader(page, 'pl')
    const number = { initiative: '1' }
    const { link } = await story.letterTo(law, 'pl', 'initiatives.mail.amendmentProposed.subject', number)
    await read(page, link)
    await page.locator('[name=answer][value=accepted]').check()
    await type(page, { reasons: 'Oczywiście.' })
    await pl.press('initiatives.amendment.sendAnswer')
    await pl.done('initiatives.said.amendmentAccepted')
    const accepted = { answer: 'accepted', amendment: '1' }
    await story.letterTo(ukrainian, 'uk', 'initiatives.mail.amendmentAnswered.subject', accepted)

    await go(page, at('pl', initiative))
    await page.locator('#scope details summary').first().click()
    await page.locator('#scope textarea').first().fill('Dom nie należy do żadnej religii.')
    await pl.press('initiatives.scope.sendAnswer')
    await pl.done('initiatives.said.challengeAnswered')
    await story.letterTo(polish, 'pl', 'initiatives.mail.scopeAnswered.subject', number)
    await story.reads(`${initiative}/versions?from=1&to=2`, 'initiatives.version.amendment')
    expect(await textOf(guest.page.locator('.comparison ins'))).toContain('Dostępny dla wszystkich')
  })

  it('is put to the vote, and everybody watches how a majority comes about', async () => {
    await endTalk(story.database, await story.idOf('initiatives'))
    const asking = await show.visit({ ...desk, as: law })
    const pl = reader(asking.page, 'pl')
    await read(asking.page, at('pl', initiative))
    await asking.page.locator('summary', { hasText: pl.t('initiatives.asking.ask') }).click()
    await pl.press('initiatives.asking.askNow')
    await pl.done('initiatives.said.asked')
    decision = await story.idOf('decisions')
    await story.reads('/board', ['initiatives.board.needs', { count: 2 }])
    await reader(guest.page, 'en').says('initiatives.board.waiting', { count: 3 })

    const { page: watching } = await show.visit()
    const needs = (key: MessageKey, values?: MessageValues) =>
      watching.locator('[data-live=needs]', { hasText: words('pl')(key, values) }).waitFor()
    await read(watching, at('pl', '/decisions/1'))
    await voteFromBoard(show, coalition.slug, { as: ukrainian, locale: 'uk', choice: 'yes' })
    await needs('initiatives.board.needs', { count: 1 })
    await voteFromBoard(show, coalition.slug, { as: polish, locale: 'pl', choice: 'no' })
    await watching.locator('[data-live=no]', { hasText: '1' }).waitFor()
    await read(guest.page, at('uk', '/decisions/1/waiting'))
    const waiting = await textOf(guest.page.locator('main'))
    expect(waiting).toContain('Рада 2')
    expect(waiting).not.toContain('Рада 1')
    await voteFromBoard(show, coalition.slug, { as: english, locale: 'en', choice: 'yes' })
    await needs('initiatives.board.enough')
    await story.reads('/decisions/1', 'initiatives.board.enough', 'initiatives.board.reload')

    await letTimePass(story.database, decision, 8 * 24)
    await story.advance(decision, 'countdown')
    await watching.locator('[data-live-changed]:not([hidden]) a').click()
    await watching.waitForLoadState()
    await reader(watching, 'pl').says('initiatives.decision.status.countdown')
  })

  it('is counted down in public, sealed, and everybody is sent what proves it', async () => {
    await story.reads('/decisions/1', 'initiatives.decision.status.countdown')
    const counting = { decision: '1', until: await story.endOf(decision, 'uk') }
    await story.letterTo(ukrainian, 'uk', 'initiatives.mail.countdown.subject', counting)
    await letTimePass(story.database, decision, 49)
    await story.advance(decision, 'sealed')
    await story.reads(
      '/decisions/1',
      ['initiatives.decision.wasSupported', { yes: 2, electorate: 3, needed: 2 }],
      'initiatives.export.title',
    )
    const fingerprint = await textOf(guest.page.locator('main p-copy code').first())
    await story.hurryResult(decision)
    const outcome = { number: '1', outcome: 'supported' }
    const everybody = { [ukrainian]: 'uk', [english]: 'en', [polish]: 'pl', [law]: 'pl' } as const
    for (const [key, locale] of Object.entries(everybody)) {
      const letter = await story.letterTo(key, locale, 'initiatives.export.mail.subject', outcome)
      expect(letter.text).toContain(fingerprint)
    }
  })

  it('becomes tasks that members share', async () => {
    realisation = await story.idOf('realisations')
    const { page } = await show.visit({ as: law, viewport: { width: 1280, height: 900 } })
    const { link } = await story.letterTo(law, 'pl', 'initiatives.mail.realisationOpened.subject', named)
    await read(page, link)
    await go(page, at('pl', '/realisations/1/tasks/new'))
    await sendForm(page, { title: '' })
    await reader(page, 'pl').says('platform.form.missing')
    await sendForm(page, { title: 'Znaleźć lokal', who: partner.membership, due: '2027-03-01' })

    const helping = await show.visit({ ...phone, as: english })
    await go(helping.page, at('en', '/realisations/1'))
    await helping.page.locator('form[action$="/group"] button').click()
    await reader(helping.page, 'en').done('initiatives.said.groupChanged')
    await go(helping.page, at('en', '/realisations/1/tasks/new'))
    await sendForm(helping.page, { title: 'Ask the city', who: taker.membership })
    await reader(helping.page, 'en').press('initiatives.task.markDone')
    await story.reads('/realisations/1/tasks', 'initiatives.task.status.done', 'initiatives.task.status.open')
    expect(await textOf(guest.page.locator('main'))).toContain('Znaleźć lokal')
  })

  it('falls silent, and another member takes it over', async () => {
    await missReport(story.database, realisation)
    await story.passTerms(realisation, ({ stalled }) => stalled)
    await story.reads('/realisations/1', 'initiatives.realisation.stalledTitle', 'initiatives.turn.stalled')

    const { page } = await show.visit({ ...phone, as: english })
    await go(page, at('en', '/realisations/1'))
    await reader(page, 'en').follow('initiatives.takeover.offer')
    await sendForm(page, { plan: 'Next week we meet and sign the lease.' })
    await reader(page, 'en').done('initiatives.said.takeoverDeclared')
    const asked = await story.letterTo(law, 'pl', 'initiatives.mail.takeoverDeclared.subject', named)
    expect(asked.text).toContain('Rada 2')
    await story.reads('/realisations/1', 'initiatives.takeover.declaredTitle')

    await endAnswer(story.database, realisation)
    await story.passTerms(realisation, ({ membership }) => membership === taker.membership)
    await story.letterTo(law, 'pl', 'initiatives.mail.takeoverPassed.subject', named)
    await story.reads('/realisations/1', 'initiatives.turn.passed', 'initiatives.realisation.status.running')
  })

  it('ends with a result that everybody reads, after which nothing changes', async () => {
    const { page } = await show.visit({ ...phone, as: english })
    const en = reader(page, 'en')
    await go(page, at('en', '/realisations/1/tasks'))
    await en.press('initiatives.task.markDone')
    await read(page, at('en', '/realisations/1/result'))
    const account = { body: 'The house is open.', evaluation: 'Ask the city sooner.', peopleReached: '120' }
    await sendForm(page, { ...account, reached: 'fully', final: 'yes' })
    await en.done('initiatives.said.resultPublished')
    await go(page, at('en', '/realisations/1/tasks/new'), 403)
    await story.reads(
      '/realisations/1/reports',
      ['initiatives.result.peopleReached', { count: 120 }],
      'initiatives.result.reached.fully',
      'initiatives.realisation.status.completed',
    )
  })

  it('is confirmed by anybody who counts it again', async () => {
    const { page } = await show.visit()
    await read(page, at('uk', '/decisions/1'))
    const said = await recountFrom(page, 'uk', show.program)
    expect(said.slice(0, 2)).toEqual([`${coalition.slug}-decision-1.json`, 'exit 0'])
    expect(said).toContain('outcome     supported')
    await story.reads('/board', 'initiatives.board.empty')
    show.expectNoTrouble()
  })
})
