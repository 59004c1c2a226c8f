import { carry, type ReportInPage } from './report-in-page.ts'

// Read as a document by the browser itself: making one of text is what the Content-Security-Policy forbids.
const pageAt = (address: string): Promise<Document | null> =>
  new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('GET', address)
    request.responseType = 'document'
    request.addEventListener('loadend', () => resolve(request.status === 200 ? request.responseXML : null))
    request.send()
  })

/** The same page in another language, with what was written so far; the server is asked for the empty page alone. */
export async function switchLanguage(report: ReportInPage, address: string): Promise<void> {
  const page = await pageAt(address)
  if (!page?.querySelector('p-report')) return
  carry(report)
  document.documentElement.lang = page.documentElement.lang
  document.documentElement.dir = page.documentElement.dir
  document.title = page.title
  history.replaceState({ step: report.step }, '', address)
  document.body.replaceWith(document.adoptNode(page.body))
}
