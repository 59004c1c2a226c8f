/**
 * `<p-details><details>…` closes on Escape and when the reader turns elsewhere, as menus and questions should. With
 * `data-close` it adds a button with these words, which folds the question away again.
 */
export class Dismissable extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details')
    const summary = details?.querySelector('summary')
    if (!details || !summary) return
    const close = () => {
      details.open = false
    }
    this.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !details.open) return
      close()
      summary.focus()
    })
    document.addEventListener('click', event => {
      if (details.open && event.target instanceof Node && !this.contains(event.target)) close()
    })
    const words = this.dataset.close
    if (words === undefined) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-ghost'
    button.textContent = words
    button.addEventListener('click', () => {
      close()
      summary.focus()
    })
    details.lastElementChild?.append(button)
  }
}
