import type { Child } from 'hono/jsx'
import './messages/index.ts'
import { type Page, PageContext } from './page.tsx'

/** The HTML of a page component (one `<Layout>`) rendered for this request. */
export async function renderPage(page: Page, body: Child): Promise<string> {
  const html = <PageContext.Provider value={page}>{body}</PageContext.Provider>
  return String(await html)
}
