import type { Page } from 'playwright-core'
import { demoPersonId } from '#modules/people/index.ts'
import { createI18n, type Locale } from '#platform/i18n/index.ts'
import { newCoordinator } from '../members.ts'
import { until } from '../until.ts'
import type { Stage } from './browser.ts'
import { reader, scan, tick, type } from './coalition-steps.ts'
import { read, sound } from './journey.ts'
import type { Program } from './program.ts'
import { type Coalition, found, seatMembers } from './seat-steps.ts'
import { storyOf } from './story-steps.ts'

/** A coalition of some of the cast, with somebody of its secretariat, that writes to public bodies. */
export async function lettersIn(
  program: Program,
  { members, secretariat }: { members: readonly string[]; secretariat: string },
): Promise<Coalition> {
  const { database } = program.platform
  const coalition = await found(program)
  await seatMembers(program, coalition, members)
  const coordinator = demoPersonId(secretariat)
  await database.owner.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
    coalition.id,
    coordinator,
  ])
  await newCoordinator(database, coalition.id, coordinator)
  // They asked for a letter of each piece of news; others read them once a day.
  await database.owner.query("update people.people set digest = 'each' where id = any($1)", [
    [...members, secretariat].map(demoPersonId),
  ])
  return coalition
}

/** What is written in a letter, by the names of its fields. */
export type Words = { title: string; facts: string; proposal: string }

type Beginning = { kind: string; through?: 'own' | 'coalition' }

/** What people of one coalition do with letters to public bodies, by what they see. */
export function letterStory(show: Stage, coalition: Coalition, everybody: Page) {
  const story = storyOf(show, coalition, everybody)
  const { database, at, letterTo } = story

  const bodyId = async (name: string): Promise<string> =>
    (await database.owner.query(`select id from authorities.bodies where name ->> 'uk' = $1`, [name])).rows[0]
      .id

  /** Begins a letter to a body that is found by its name, and writes it until nothing is missing. */
  async function write(page: Page, body: string, { kind, through }: Beginning, words: Words): Promise<void> {
    const uk = reader(page, 'uk')
    await read(page, at('uk', `/communications/new?q=${encodeURIComponent(body)}`))
    await page.locator('main').getByRole('link', { name: body, exact: true }).first().click()
    await page.locator(`[name=kind][value=${kind}]`).check()
    if (through) await page.locator(`[name=through][value=${through}]`).check()
    await type(page, { title: words.title })
    await uk.press('authorities.letter.goWrite')
    await type(page, { facts: words.facts, 'proposal-0': words.proposal })
    await uk.press('authorities.letter.goReview')
    await uk.says('authorities.letter.gap.grounds')
    await sound(page)
    await type(page, { 'ground-0-title': 'Конституція України', 'ground-0-article': 'стаття 24' })
    await tick(page, 'directions', ['restoration'])
    await tick(page, 'topics', ['language'])
    await uk.press('authorities.letter.goReview')
    await uk.done('authorities.said.letterSaved')
  }

  /** Sends the letter of this page; it is read by whom `prominence` says. Returns its number. */
  async function send(
    page: Page,
    sent: Record<'channel' | 'prominence', string>,
    reason = '',
  ): Promise<number> {
    const uk = reader(page, 'uk')
    await uk.follow('authorities.letter.goSend')
    await type(page, { signatory: 'Голова ради', reason })
    for (const [name, value] of Object.entries(sent))
      await page.locator(`[name=${name}][value=${value}]`).check()
    if (sent.channel === 'post')
      await type(page, { onDay: Temporal.Now.plainDateISO('Europe/Kyiv').toString() })
    await uk.press('authorities.letter.send')
    await uk.done('authorities.said.letterSent')
    return numberIn(page)
  }

  /** The database's row of a letter. */
  const letter = async (
    number: number,
  ): Promise<{ id: string; act: string | null; dueOn: string; capOn: string }> =>
    (
      await database.owner.query(
        `select c.id, c.draft_act_id as act, d.due_on::text as "dueOn", d.cap_on::text as "capOn"
         from authorities.communications c
         left join authorities.deadlines d on d.umbrella_id = c.umbrella_id and d.communication_id = c.id
         where c.umbrella_id = $1 and c.number = $2 order by d.created_at desc limit 1`,
        [coalition.id, number],
      )
    ).rows[0]

  /** Waits for the mail that tells somebody of a step. */
  const told = (key: string, locale: Locale, number: number, step: StepTold, body: string) => {
    const { t } = createI18n(locale, 'Europe/Kyiv')
    const what = t(`authorities.step.told.${step}`, { body })
    return letterTo(key, locale, 'authorities.desk.mail.subject', { what, number })
  }

  /** The feed of everybody in one language, as soon as it says this. */
  async function feed(page: Page, locale: Locale, text: string): Promise<string> {
    let heard = ''
    await until(async () => {
      heard = await (await page.request.get(at(locale, '/communications.atom'))).text()
      return heard.includes(text)
    })
    return heard
  }

  return { ...story, bodyId, write, send, letter, told, feed }
}

export type StepTold = 'sent' | 'registered' | 'formChosen' | 'extended' | 'measure' | 'answered' | 'result'

/** The number of the letter on whose page somebody is. */
export const numberIn = (page: Page): number => Number(/\/communications\/(\d+)/.exec(page.url())?.[1])

/** Takes a step on the page of a letter, by the words seen: opens its form, fills it, sends it. */
export async function takeStep(
  page: Page,
  locale: Locale,
  step: 'registration' | 'form' | 'extension' | 'measure' | 'answer' | 'result' | 'closing',
  fields: Record<string, string>,
  { document, choose }: { document?: string; choose?: () => Promise<void> } = {},
): Promise<void> {
  const { t, press, done } = reader(page, locale)
  const link = page
    .locator('main')
    .getByRole('link', { name: t(`authorities.step.${step}.title`), exact: true })
  if (!(await link.isVisible())) await page.locator('details.folded-choices summary').click()
  await link.click()
  await sound(page)
  await choose?.()
  await type(page, fields)
  if (document) await page.locator('input[name=document]').setInputFiles(scan(document))
  await press(`authorities.step.${step}.confirm`)
  await done(`authorities.step.said.${step}`)
}
