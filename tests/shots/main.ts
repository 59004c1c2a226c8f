// `npm run shots [-- part-of-a-path]`: photographs every page that can be reached, as everybody who can reach it, at
// 360 and 1280 px, in three languages, light and dark, into shots/. Look at them.
import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const root = join(import.meta.dirname, '../..')
const port = 4821
const origin = `http://localhost:${port}`
const umbrella = 'international-union'
const roles = [null, 'coordinator', 'representative', 'individual', 'partner', 'applicant'].map(part =>
  part ? `${umbrella}.${part}` : null,
)
const everybody = [...roles, 'administrator']
const languages = ['uk', 'pl', 'en']
const widths = [360, 1280]
const schemes = ['light', 'dark'] as const
const mostPages = 150
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Found = { path: string; as: string | null }

async function startProgram(data: string): Promise<() => Promise<void>> {
  const env = { ...process.env, PORT: String(port), PARASOL_DATA: data, LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [join(root, 'dist/server/parasol.js'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => text.includes('answers at') && resolve())
    child.once('exit', code => reject(new Error(`the program ended with ${code}`)))
  })
  return async () => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
}

async function signIn(context: BrowserContext, as: string | null): Promise<Page> {
  const page = await context.newPage()
  if (!as) return page
  await page.goto(`${origin}/en/demonstration?as=${as}`)
  await page.locator('ul.cast button').first().click()
  await page.waitForURL(url => !url.pathname.includes('/demonstration'))
  return page
}

// Pages that differ only in which row they show, or in the language, are one.
const shape = (path: string) =>
  path
    .replace(/^\/[a-z]{2}(?=\/|$)/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\?.*$/, '')

const skipped = /\.(csv|json|jsonld|atom|ics|gz|pdf|svg)$|\/(sign-out|files)\b|\/demonstration/

async function linksOf(page: Page): Promise<string[]> {
  const links = await page
    .locator('a[href]')
    .evaluateAll(all => all.map(a => new URL(a.getAttribute('href')!, a.baseURI).href)) // Links of maps are SVG.
  return links
    .filter(href => href.startsWith(`${origin}/en`))
    .map(href => href.slice(origin.length).replace(/#.*$/, ''))
}

/** Follows every link from the coalition's front page and the account, one page of each shape. */
async function explore(browser: Browser, as: string | null, known: Map<string, Found>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await signIn(context, as)
  const waiting = [
    `/en/${umbrella}`,
    '/en',
    ...(as ? ['/en/account', `/en/${umbrella}/home`] : ['/en/sign-in', `/en/${umbrella}/no-such-page`]),
  ]
  const seen = new Set<string>()
  for (let path = waiting.shift(); path !== undefined && seen.size < mostPages; path = waiting.shift()) {
    if (seen.has(shape(path)) || skipped.test(path)) continue
    seen.add(shape(path))
    const answer = await page.goto(origin + path).catch(() => null)
    if (!answer?.headers()['content-type']?.includes('html')) continue
    // Who is sent elsewhere, to sign in for instance, has not seen this page.
    const arrived = shape(new URL(page.url()).pathname) === shape(path)
    if (arrived && !known.has(shape(path))) known.set(shape(path), { path, as })
    waiting.push(...(await linksOf(page)))
  }
  await context.close()
}

async function photograph(
  browser: Browser,
  pages: Found[],
  as: string | null,
  folder: string,
): Promise<string[]> {
  const wide: string[] = []
  for (const width of widths) {
    for (const scheme of schemes) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        locale: 'en-GB',
      })
      const page = await signIn(context, as)
      for (const { path } of pages) {
        for (const language of languages) {
          await page.goto(origin + path.replace(/^\/en/, `/${language}`))
          const name = `${
            shape(path)
              .replaceAll(/[^a-z0-9]+/gi, '-')
              .replace(/^-|-$/g, '') || 'home'
          }`
          await page.screenshot({
            path: join(folder, `${name}.${language}.${width}.${scheme}.png`),
            fullPage: true,
          })
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          if (overflow > 0) wide.push(`${path} in ${language} is ${overflow} px wider than ${width}`)
        }
      }
      await context.close()
    }
  }
  return wide
}

const wanted = process.argv[2] ?? ''
const folder = join(root, 'shots')
const data = await mkdtemp(join(tmpdir(), 'parasol-shots-'))
// As root, PostgreSQL runs as somebody else, who must get through this folder.
await chmod(data, 0o755)
const stop = await startProgram(data)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
try {
  await mkdir(folder, { recursive: true })
  const known = new Map<string, Found>()
  for (const as of everybody) await explore(browser, as, known)
  const pages = [...known.values()].filter(({ path }) => path.includes(wanted))
  const wide: string[] = []
  for (const as of everybody) {
    const mine = pages.filter(found => found.as === as)
    if (mine.length > 0) wide.push(...(await photograph(browser, mine, as, folder)))
  }
  console.log(
    `${pages.length} pages, ${pages.length * languages.length * widths.length * schemes.length} pictures in shots/`,
  )
  for (const line of wide) console.log(line)
  process.exitCode = wide.length > 0 ? 1 : 0
} finally {
  await browser.close()
  await stop()
  await rm(data, { recursive: true, force: true })
}
