/**
 * `<p-form><form method="post">…` warns before typed text is lost by leaving, and posts once however often a slow
 * connection makes people press. `data-unsaved` marks a form that came back refused: it holds text already. Nothing
 * is kept in the browser: others may use the same phone.
 */
export class KeptForm extends HTMLElement {
  #unsaved = false
  #sending = false

  connectedCallback(): void {
    this.#unsaved = this.dataset.unsaved !== undefined
    this.addEventListener('input', () => {
      this.#unsaved = true
    })
    this.addEventListener('submit', event => this.#send(event))
    window.addEventListener('beforeunload', this.#warn)
    window.addEventListener('pageshow', this.#shown)
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.#warn)
    window.removeEventListener('pageshow', this.#shown)
  }

  #warn = (event: BeforeUnloadEvent) => {
    if (this.#unsaved && !this.#sending) event.preventDefault()
  }

  // Back from the browser's memory of pages the form can be sent again.
  #shown = (event: PageTransitionEvent) => {
    if (event.persisted) this.#mark(false)
  }

  #send(event: SubmitEvent): void {
    if (this.#sending) event.preventDefault()
    else this.#mark(true, event.submitter)
  }

  #mark(sending: boolean, submitter?: HTMLElement | null): void {
    this.#sending = sending
    this.toggleAttribute('data-busy', sending)
    submitter?.setAttribute('aria-busy', String(sending))
    if (!sending) for (const busy of this.querySelectorAll('[aria-busy]')) busy.removeAttribute('aria-busy')
  }
}
