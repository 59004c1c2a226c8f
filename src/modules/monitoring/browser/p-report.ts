import { beginSealing } from '../report/seal-report.ts'
import { type ReportInPage, takeCarried } from './report-in-page.ts'
import { ReportSending } from './send-report.ts'
import { Wizard } from './wizard.ts'

async function begin({ dataset }: HTMLElement): Promise<ReportInPage> {
  const sealing = await beginSealing(dataset.umbrella ?? '')
  const sending = new ReportSending(sealing, (path, body) =>
    fetch(`${dataset.post}${path}`, {
      method: 'POST',
      body,
      cache: 'no-store',
      referrerPolicy: 'same-origin',
    }),
  )
  return { sealing, sending, step: 'whose', values: {}, files: [] }
}

/**
 * `<p-report>` around the first question goes the whole way in this page: nothing is sent before the end, and then sealed.
 * Where the browser cannot (no X25519, no secure connection), what stands inside stays, and the server seals.
 */
export class SealedReport extends HTMLElement {
  connectedCallback(): void {
    window.addEventListener('pagehide', this.#forget)
    window.addEventListener('pageshow', this.#shown)
    const report = takeCarried()
    if (report) new Wizard(this, report)
    else this.#begin().catch(() => {})
  }

  disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.#forget)
    window.removeEventListener('pageshow', this.#shown)
  }

  async #begin(): Promise<void> {
    const report = await begin(this)
    const chosen = this.querySelector<HTMLInputElement>('input[name=whose]:checked')
    if (chosen) report.values = { whose: chosen.value }
    if (this.isConnected) new Wizard(this, report)
  }

  // The browser may keep the page for going back; nothing that was written may be in it then.
  #forget = () => this.replaceChildren()
  #shown = (event: PageTransitionEvent) => {
    if (event.persisted) location.reload()
  }
}
