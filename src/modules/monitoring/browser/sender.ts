import type { ToldReport } from '../report/answers.ts'
import type { FileToSeal } from '../report/seal-report.ts'
import { part } from './parts.ts'
import type { ReportInPage } from './report-in-page.ts'

const sizeOf = (files: readonly File[]) => files.reduce((sum, { size }) => sum + size, 0)

const atOnce = 1024 * 1024

// Slice by slice: not every browser can go through a stream of a file.
const readable = (file: File): FileToSeal => ({
  name: file.name,
  type: file.type,
  size: file.size,
  stream: async function* () {
    for (let at = 0; at < file.size; at += atOnce) {
      yield new Uint8Array(await file.slice(at, at + atOnce).arrayBuffer())
    }
  },
})

/** The end of the way: sends, says what came of it, and shows the receipt. */
export class Sender {
  /** Whether the report is stored: then there is nothing to go back to. */
  sent = false
  #sending = false
  readonly #host: HTMLElement
  readonly #report: ReportInPage
  readonly #kept: string
  readonly #files = new WeakMap<File, FileToSeal>()

  constructor(host: HTMLElement, report: ReportInPage, kept: string) {
    this.#host = host
    this.#report = report
    this.#kept = kept
  }

  async send(told: ToldReport): Promise<void> {
    if (this.#sending) return
    const { sending, files } = this.#report
    this.#busy(true)
    const bar = this.#host.querySelector('progress')!
    const all = sizeOf(files)
    const locale = this.#host.dataset.locale ?? ''
    const outcome = await sending.send(
      { locale, told, files: files.map(file => this.#readable(file)) },
      bytes => {
        bar.value = bytes / all
      },
    )
    this.#busy(false)
    if (outcome.ok) this.#showReceipt()
    else this.#failed(outcome.says ?? this.#host.dataset.unreachable ?? '')
  }

  // The same file is the same object each time: what arrived of it is remembered by it.
  #readable(file: File): FileToSeal {
    const known = this.#files.get(file) ?? readable(file)
    this.#files.set(file, known)
    return known
  }

  #busy(sending: boolean): void {
    this.#sending = sending
    const section = this.#host.querySelector<HTMLElement>('[data-step=review]')!
    for (const said of section.querySelectorAll('[data-failed]')) said.remove()
    section.querySelector<HTMLElement>('[data-part=sending]')!.hidden = !sending
    for (const button of section.querySelectorAll('button')) button.disabled = sending
    section.querySelector('progress')!.removeAttribute('value')
  }

  #failed(says: string): void {
    const box = document.createElement('div')
    box.dataset.failed = ''
    box.className = 'section'
    box.append(part(this.#host, 'failed'))
    box.querySelector('[data-says]')!.textContent = says
    box.querySelector('[data-do=plain]')!.addEventListener('click', () => this.#sendPlain())
    this.#host.querySelector('[data-step=review] form')!.prepend(box)
    box.querySelector<HTMLElement>('[role=alert]')?.focus()
  }

  // The person was told that the server reads it then, and pressed.
  #sendPlain(): void {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = this.#host.querySelector<HTMLFormElement>('[data-step=whose] form')!.action
    form.hidden = true
    const add = (name: string, value: string) => {
      const field = document.createElement('input')
      field.type = 'hidden'
      field.name = name
      field.value = value
      form.append(field)
    }
    add('kept', this.#kept)
    add('go', 'everything')
    for (const [name, given] of Object.entries(this.#report.values)) {
      if (Array.isArray(given)) for (const value of given) add(`${name}[]`, value)
      else if (given !== undefined) add(name, given)
    }
    document.body.append(form)
    form.submit()
  }

  #showReceipt(): void {
    this.sent = true
    const { receipt } = this.#report.sealing
    const shown = part(this.#host, 'receipt')
    shown.querySelector('code')!.textContent = receipt
    shown.querySelector('[data-do=save]')!.addEventListener('click', () => this.#save(receipt))
    // What was written leaves the page with its fields.
    this.#report.values = {}
    this.#report.files = []
    this.#host.replaceChildren(shown)
    const heading = this.#host.querySelector('h1')!
    document.title = [heading.textContent, document.title.split(' · ').at(-1)].join(' · ')
    heading.tabIndex = -1
    heading.focus()
    scrollTo(0, 0)
  }

  // Its name tells nobody what it is.
  #save(receipt: string): void {
    const mailbox = new URL(this.#host.dataset.mailbox ?? '', location.href).href
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`${receipt}\n${mailbox}\n`], { type: 'text/plain' }))
    link.download = 'code.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
}
