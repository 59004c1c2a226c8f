import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'
import { createI18n, type Locale } from '#platform/i18n/index.ts'
import { endPeriod, stateOf } from '../admission.ts'
import { until } from '../until.ts'
import { go, languages, sound, textOf } from './journey.ts'
import type { Program } from './program.ts'

/** A phone of somebody whose browser runs no scripts. */
export const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } } as const

/** A wider screen, without scripts as well. */
export const desk = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } } as const

/** The smallest PDF that is one: what people scan and attach. */
export const scan = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
})

/** A sentence of the catalogue, with what it is told about. */
export type Sentence = MessageKey | [MessageKey, MessageValues]

/**
 * Everybody reads a page in each language: it says these sentences, and is sound. What it says first may come a moment after
 * the change: pages are kept until the database says that they are old.
 */
export async function readInAll(
  page: Page,
  path: (locale: Locale) => string,
  first: Sentence,
  ...more: Sentence[]
): Promise<void> {
  for (const locale of languages) {
    const { t, says } = reader(page, locale)
    const [key, values] = [first].flat() as [MessageKey, MessageValues?]
    await until(async () => {
      await go(page, path(locale))
      return (await textOf(page.locator('main'))).includes(t(key, values).replace(/\s+/g, ' '))
    })
    for (const sentence of more) await says(...([sentence].flat() as [MessageKey, MessageValues?]))
    await sound(page)
  }
}

/** What a page says in one language, and what people do on it by the words they see. */
export function reader(page: Page, locale: Locale) {
  const { t } = createI18n(locale, 'Europe/Kyiv')
  const main = page.locator('main')
  const click = async (role: 'button' | 'link', key: MessageKey, values?: MessageValues) =>
    main
      .getByRole(role, { name: t(key, values), exact: true })
      .first()
      .click()

  /** The page says this sentence, wherever. */
  const says = async (key: MessageKey, values?: MessageValues) =>
    expect(await textOf(main), page.url()).toContain(t(key, values).replace(/\s+/g, ' '))

  return {
    t,
    says,
    press: (key: MessageKey, values?: MessageValues) => click('button', key, values),
    follow: (key: MessageKey, values?: MessageValues) => click('link', key, values),

    /** What a form led to: the page says so, and is sound. */
    done: async (key: MessageKey) => {
      expect(new URL(page.url()).searchParams.get('said'), page.url()).toBe(key)
      expect(await textOf(page.locator('.alert-success'))).toContain(t(key))
      await sound(page)
    },

    /** The form came back with exactly these problems. */
    complains: async (...keys: MessageKey[]) => {
      const lines = await page.locator('.error-summary li').allTextContents()
      const said = keys.map(key => t(key)).sort((a, b) => b.length - a.length)
      // Words that fit any field stand behind its name.
      const plain = (line: string) => said.find(words => line.toLowerCase().endsWith(words.toLowerCase()))
      expect(lines.map(line => plain(line.trim()) ?? line).sort()).toEqual([...said].sort())
      await sound(page)
    },

    /** A rule of the coalition stood in the way, and the page says which. */
    refuses: async (key: MessageKey, values?: MessageValues) => {
      expect(await textOf(main.locator('.alert-error'))).toContain(t(key, values))
      await sound(page)
    },
  }
}

/** Ticks boxes of a group, unfolding what hides them. */
export async function tick(page: Page, group: string, values: readonly string[]): Promise<void> {
  for (const value of values) {
    const box = page.locator(`input[name="${group}[]"][value="${value}"]`)
    const folded = page.locator('details:not([open])').filter({ has: box })
    if ((await folded.count()) > 0) await folded.locator('summary').click()
    await box.check()
  }
}

/** Types into fields by their names. */
export async function type(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value)
}

/** Chooses in lists by their names. */
export async function choose(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields))
    await page.locator(`select[name="${name}"]`).selectOption(value)
}

/** The id in the address of the page: `/uk/komm/applications/<id>`. */
export function idOf(page: Page): string {
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(new URL(page.url()).pathname)?.[0]
  if (!id) throw new Error(`no id in ${page.url()}`)
  return id
}

/** Two weeks pass, and the job that was asked for at the submission does its work. Returns how the application stands. */
export async function letPeriodPass({ platform }: Program, application: string): Promise<string> {
  const { owner } = platform.database
  await endPeriod(platform.database, application)
  const due =
    "update platform.outbox set start_after = now() where queue = 'network.close-objections' and subject_id = $1"
  expect((await owner.query(due, [application])).rowCount, 'jobs that wait for the end of the period').toBe(1)
  await owner.query('notify parasol_jobs')
  let { status } = await stateOf(platform.database, application)
  await until(async () => {
    status = (await stateOf(platform.database, application)).status
    return status !== 'published'
  })
  return status
}
