type Sight = { state: string; texts: Record<string, string>; numbers: Record<string, number> }

/**
 * `<p-live data-stream data-state>…` keeps what stands inside up to date: `[data-live=name]` shows the text or, in a meter,
 * the number of that name. When the state is another one, `[data-live-changed]` appears, with the link that shows the new
 * page: reloading by itself would lose what somebody is writing. Nothing is asked for while nobody looks.
 */
export class Live extends HTMLElement {
  #source: EventSource | null = null

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.#look)
    this.#look()
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#look)
    this.#close()
  }

  #look = () => {
    if (document.hidden) this.#close()
    else this.#open()
  }

  #open(): void {
    const address = this.dataset.stream
    if (this.#source || !address) return
    const source = new EventSource(address)
    this.#source = source
    source.addEventListener('message', ({ data }) => this.#show(JSON.parse(data)))
    source.addEventListener('end', () => source.close())
  }

  #close(): void {
    this.#source?.close()
    this.#source = null
  }

  #show({ state, texts, numbers }: Sight): void {
    for (const place of this.querySelectorAll<HTMLElement>('[data-live]')) {
      const name = place.dataset.live ?? ''
      const number = numbers[name]
      if (place instanceof HTMLProgressElement && number !== undefined) place.value = number
      else if (texts[name] !== undefined && place.textContent !== texts[name]) place.textContent = texts[name]
    }
    const changed = this.querySelector<HTMLElement>('[data-live-changed]')
    if (changed) changed.hidden = state === this.dataset.state
  }
}
