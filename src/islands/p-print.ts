/** `<p-print data-print>` adds a button that prints the page. Without JavaScript the browser's own menu does. */
export class Print extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn'
    button.textContent = this.dataset.print ?? ''
    button.addEventListener('click', () => print())
    this.append(button)
  }
}
