import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'

// Of what a page is made: every kind of element in its kind of parent, and the attributes it has; not how many,
// nor the words, nor which comes first; and which heading follows which.
const makeUp = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const kind = ({ localName, className, attributes }: Element) =>
      `${localName}.${className}[${[...attributes].map(({ name }) => name).join()}]`
    const parts = [...document.querySelectorAll('body *')].map(
      element => `${kind(element.parentElement!)}>${kind(element)}${element.textContent ? '' : '!'}`,
    )
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    const steps = headings.map(({ localName }, n) => `${headings[n - 1]?.localName} ${localName}`)
    const dark = matchMedia('(prefers-color-scheme: dark)').matches
    return [
      innerWidth,
      dark,
      document.documentElement.dir,
      ...[...new Set([...parts, ...steps])].sort(),
    ].join('\n')
  })

/** Looks at a page unless one that is made of the same has passed in this run. */
export async function lookOncePerMakeUp(page: Page, look: () => Promise<void>): Promise<void> {
  const folder = inject('passedPages')
  const made = createHash('sha256').update(await makeUp(page))
  const note = join(folder, made.digest('hex'))
  if (existsSync(note)) return
  await look()
  mkdirSync(folder, { recursive: true })
  writeFileSync(note, '')
}
