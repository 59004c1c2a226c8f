/** `<p-copy data-copy data-done data-failed><code>…` adds a button that copies the text and says whether it worked. */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('code')?.textContent
    if (!text || this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-sm'
    button.textContent = this.dataset.copy ?? ''
    const said = document.createElement('span')
    said.setAttribute('role', 'status')
    button.addEventListener('click', async () => {
      said.textContent = (await copied(text)) ? (this.dataset.done ?? '') : (this.dataset.failed ?? '')
    })
    this.append(button, said)
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
