/** `<p-exit><a href>…` goes there in place of this page: the browser's “back” does not return to it. */
export class WayOut extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('a')?.addEventListener('click', event => {
      event.preventDefault()
      location.replace((event.currentTarget as HTMLAnchorElement).href)
    })
  }
}
