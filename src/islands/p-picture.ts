/** `<p-picture data-name data-png><a href="….svg">` adds a button that saves the drawing as PNG, twice as fine as a screen. */
export class Picture extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a')
    if (!link || this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-sm'
    button.textContent = this.dataset.png ?? ''
    button.setAttribute('aria-label', `${link.textContent} → ${button.textContent}`)
    button.addEventListener('click', async () => save(await drawn(link.href), `${this.dataset.name}.png`))
    this.append(' ', button)
  }
}

async function drawn(address: string): Promise<Blob | null> {
  const text = await (await fetch(address)).text()
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'))
}

function save(picture: Blob | null, name: string): void {
  if (!picture) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(picture)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
