import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { createI18n, type Locale, type MessageKey, type MessageValues } from '#platform/i18n/index.ts'
import { stateOfDecision } from '../decisions.ts'
import { type RealisationState, stateOfRealisation } from '../realisations.ts'
import { until } from '../until.ts'
import type { Stage } from './browser.ts'
import { reader, readInAll, type Sentence, tick, type } from './coalition-steps.ts'
import { runJob } from './decision-steps.ts'
import { untilSealed } from './desk.ts'
import { sound } from './journey.ts'
import type { Coalition } from './seat-steps.ts'
import { words } from './signing-in.ts'

/** A text in Polish, by the names of its fields. */
export const house = {
  title: 'Dom Narodów',
  need: 'Społeczności nie mają gdzie się spotykać.',
  goals: 'Otworzyć wspólny dom.',
  beneficiaries: 'Dwadzieścia społeczności miasta.',
  asked: 'Czas i doświadczenie.',
  plan: 'Najpierw lokal, potem otwarcie.',
}

/** The path of the page below its coalition. */
export const placeOf = (page: Page) => new URL(page.url()).pathname.replace(/^\/[a-z]{2}\/[^/]+/, '')

/** Writes a draft from the list of initiatives, first with everything missing. Returns its place. */
export async function draftHouse(page: Page): Promise<string> {
  const { follow, press, says, done } = reader(page, 'pl')
  await follow('initiatives.draft.begin')
  await sound(page)
  await type(page, { title: house.title })
  await press('initiatives.draft.review')
  // Five parts of the text, the topics, the scope: all at once.
  expect(await page.locator('.error-summary li').count()).toBe(7)
  await says('initiatives.draft.scopeUnanswered')
  await sound(page)
  expect(await page.locator('[name=title]').inputValue()).toBe(house.title)
  await page.locator('[name=scope-0][value=no]').check()
  await page.locator('[name=authoritative]').selectOption('pl')
  await type(page, house)
  await tick(page, 'topics', ['culture', 'dialogue'])
  await press('initiatives.draft.review')
  await done('initiatives.said.draftSaved')
  return placeOf(page)
}

/** Writes title and need of a draft in one more language, from its page. */
export async function translate(page: Page, into: Locale, state: string, [title, need]: [string, string]) {
  const { press, done } = reader(page, 'pl')
  await page.locator(`#translations a[href$="/translations/${into}"]`).click()
  await sound(page)
  await type(page, { title, need })
  await page.locator(`[name=state][value=${state}]`).check()
  await press('initiatives.translation.save')
  await done('initiatives.said.translated')
}

/** What a story of one coalition needs beside its pages: its rows, its letters, its jobs, and a page that everybody reads. */
export function storyOf(show: Stage, { id: umbrella, slug }: Coalition, everybody: Page) {
  const { database } = show.program.platform
  const at = (locale: Locale, path: string) => `/${locale}/${slug}${path}`

  const idOf = async (table: 'initiatives' | 'decisions' | 'realisations'): Promise<string> => {
    const text = `select id from initiatives.${table} where umbrella_id = $1`
    return (await database.owner.query(text, [umbrella])).rows[0].id
  }

  /** Waits for the letter of this coalition with this subject to somebody of the cast; its text, and where it leads. */
  async function letterTo(key: string, locale: Locale, subject: MessageKey, values: MessageValues = {}) {
    const address = `${key.toLowerCase()}@parasol.example`
    const wanted = words(locale)(subject, values)
    const ours = (text = '') => text.includes(`/${slug}/`)
    const find = () =>
      show.mail.received.find(
        ({ to, email }) => to.includes(address) && email.subject === wanted && ours(email.text),
      )
    await until(() => find() !== undefined)
    const { text = '' } = find()!.email
    return { text, link: /https?:\/\/\S+/.exec(text)![0] }
  }

  /** When the countdown of a decision ends, as its letters say it. */
  async function endOf(decision: string, locale: Locale): Promise<string> {
    const text = `select to_json(countdown_until) #>> '{}' as until from initiatives.decisions where id = $1`
    const { rows } = await database.owner.query<{ until: string }>(text, [decision])
    return createI18n(locale, 'Europe/Kyiv').dateTime(rows[0]!.until)
  }

  const advance = (decision: string, status: string) =>
    runJob(
      show.program,
      umbrella,
      'initiatives.advance-decisions',
      async () => (await stateOfDecision(database, decision)).status === status,
    )

  const passTerms = (realisation: string, holds: (state: RealisationState) => boolean) =>
    runJob(show.program, umbrella, 'initiatives.realisation-terms', async () =>
      holds(await stateOfRealisation(database, realisation)),
    )

  /** The letter about a result waits some seconds for the journal: not longer than it has to. */
  async function hurryResult(decision: string): Promise<void> {
    await untilSealed(show.program)
    const due = `update platform.outbox set start_after = now() where queue = 'initiatives.tell-result' and subject_id = $1`
    await database.owner.query(due, [decision])
    await database.owner.query('notify parasol_jobs')
  }

  return {
    ...{ at, database, idOf, letterTo, endOf, advance, passTerms, hurryResult },
    /** Everybody reads a page in three languages. */
    reads: (path: string, first: Sentence, ...more: Sentence[]) =>
      readInAll(everybody, locale => at(locale, path), first, ...more),
  }
}
