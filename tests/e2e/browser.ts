import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type MailServer, startMailServer } from '../mail-server.ts'
import { type Program, startProgram } from './program.ts'

const chromiumPath = '/usr/bin/chromium'
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Every page is a new world, and what runs in it runs once: to optimise it takes longer than it saves.
  '--js-flags=--no-opt --no-maglev',
]
// The same in half of the letters: each page reads it anew.
const axePackage = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const axeSource = readFileSync(axePackage.resolve('axe-core/axe.min.js'), 'utf8')

export type Visit = { page: Page; context: BrowserContext }
export type VisitOptions = BrowserContextOptions & {
  /** Key of the person of the cast to be signed in as; the page is still empty. */
  as?: string
  /** What this journey expects to see in the console, where a refusal is part of it. */
  expectedErrors?: RegExp
}

/** A running program with a browser before it, for the tests of one file. */
export type Stage = {
  readonly origin: string
  readonly program: Program
  /** Where mail arrives, when the program was given a mail server. */
  readonly mail: MailServer
  /** A new browser profile with one page. Problems it notices fail the test that closes it. */
  visit: (options?: VisitOptions) => Promise<Visit>
  /** Fails on whatever any page did that it must not: foreign requests, script errors, policy violations. */
  expectNoTrouble: () => void
}

const withoutScripts = new WeakSet<BrowserContext>()
let running: Promise<Browser> | undefined

// One for all files of this process: to start one costs as much as several pages, and each visit has a profile of its own.
async function theBrowser(): Promise<Browser> {
  const browser = await running?.catch(() => undefined)
  if (browser?.isConnected()) return browser
  running = chromium.launch({ executablePath: chromiumPath, args: flags })
  return running
}

const switches = new WeakMap<Page, CDPSession>()

/** Puts the program and a browser on stage for this file, with a real mail server when asked. Call it at the top of the file. */
export function stage({ mailServer = false } = {}): Stage {
  let program: Program
  let mail: MailServer | undefined
  let browser: Browser
  const troubles: string[] = []
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    mail = mailServer ? await startMailServer() : undefined
    program = await startProgram(mail?.url)
    browser = await theBrowser()
  })

  afterAll(async () => {
    await Promise.all(contexts.map(context => context.close()))
    await program?.close()
    await mail?.stop()
    expect(troubles).toEqual([])
  })

  const watch = (page: Page, expected?: RegExp) => {
    page.on('request', request => {
      const url = new URL(request.url())
      if (url.protocol !== 'data:' && url.origin !== program.origin)
        troubles.push(`foreign request: ${request.url()}`)
    })
    page.on('pageerror', error => troubles.push(`script error on ${page.url()}: ${error.message}`))
    page.on('console', message => {
      // Chromium writes every answer of 400 and above into the console; journeys that refuse are meant to get them.
      const refused = /Failed to load resource: the server responded with a status of (4\d\d)/.test(
        message.text(),
      )
      if (message.type() === 'error' && !refused && !expected?.test(message.text())) {
        troubles.push(`console on ${page.url()}: ${message.text()}`)
      }
    })
  }

  return {
    get origin() {
      return program.origin
    },
    get program() {
      return program
    },
    get mail() {
      if (!mail) throw new Error('this stage has no mail server')
      return mail
    },
    expectNoTrouble: () => expect(troubles).toEqual([]),
    visit: async ({ as, expectedErrors, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: program.origin, locale: 'en-GB', ...options })
      contexts.push(context)
      if (options.javaScriptEnabled === false) withoutScripts.add(context)
      context.setDefaultTimeout(60_000)
      context.on('page', page => watch(page, expectedErrors))
      const page = await context.newPage()
      if (as) await beginSession(context, program.origin, as)
      return { page, context }
    },
  }
}

// What the button of `signInAs` sends, without the pages before and after it.
async function beginSession({ request }: BrowserContext, origin: string, as: string): Promise<void> {
  const form = { as, to: '' }
  const answer = await request.post('/en/demonstration/session', {
    form,
    headers: { origin },
    maxRedirects: 0,
  })
  expect(answer.status(), `${as} signs in`).toBe(303)
}

/** Signs in as a person of the cast, the way a person does it in a demonstration. */
export async function signInAs(page: Page, key: string, locale = 'en'): Promise<void> {
  await page.goto(`/${locale}/demonstration?as=${key}`)
  await page.locator('ul.cast button').first().click()
  await page.waitForURL(url => !url.pathname.includes('/demonstration'))
}

// axe needs timers, which a page without JavaScript does not have. Scripts of the page that were not run stay so.
async function withScripts<T>(page: Page, work: () => Promise<T>): Promise<T> {
  // A session lifts only what it has imposed itself, and lifts it when it ends: it stays with the page.
  const devtools = switches.get(page) ?? (await page.context().newCDPSession(page))
  switches.set(page, devtools)
  const forbid = (value: boolean) => devtools.send('Emulation.setScriptExecutionDisabled', { value })
  await forbid(true)
  await forbid(false)
  return work().finally(() => forbid(true))
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * axe finds nothing on the page as it is now, WCAG 2.2 A and AA and best practices; or by these `rules` alone, where the
 * page was looked at before and only its colours differ.
 */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  const runOnly = rules
    ? ({ type: 'rule', values: rules } as const)
    : ({ type: 'tag', values: tags } as const)
  const analyze = () =>
    // Without frames there is nothing to put together in a page of its own; what passes need not be written down.
    new AxeBuilder({ page, axeSource })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'], runOnly })
      .analyze()
  const { violations } = withoutScripts.has(page.context())
    ? await withScripts(page, analyze)
    : await analyze()
  const said = violations.map(
    v =>
      `${v.id}: ${v.help}: ${v.nodes
        .map(n => n.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
  expect(said, `axe on ${page.url()}`).toEqual([])
}
