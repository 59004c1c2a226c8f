// A menu opened by a pointer reports its choice a moment after the press.
const byPointer = 30_000

/**
 * `<p-filters><form method="get">…` shows the results as soon as a box or a menu was chosen with finger or mouse. Choices
 * by keyboard wait for the button: arrow keys pass over values nobody meant to choose (WCAG 3.2.2).
 */
export class Filters extends HTMLElement {
  #pressed = Number.NEGATIVE_INFINITY

  connectedCallback(): void {
    this.addEventListener('pointerdown', event => {
      this.#pressed = event.timeStamp
    })
    this.addEventListener('keydown', () => {
      this.#pressed = Number.NEGATIVE_INFINITY
    })
    this.addEventListener('change', event => {
      const { target } = event
      const chosen =
        target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && isBox(target))
      if (chosen && event.timeStamp - this.#pressed < byPointer) this.querySelector('form')?.requestSubmit()
    })
  }
}

const isBox = (input: HTMLInputElement) => input.type === 'checkbox' || input.type === 'radio'
