const encoder = new TextEncoder()
// What makes the bytes those of the vault and of nothing else that the passkey may be asked for.
const purpose = encoder.encode('parasol vault 1')

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
const textOf = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/**
 * `<p-vault-passkey data-credentials data-failed data-without>` shows the form in `[data-passkey=able]` where the browser
 * knows passkeys. Pressing its button asks one of these passkeys for its bytes and sends them; or says that it has none.
 */
export class VaultPasskey extends HTMLElement {
  connectedCallback(): void {
    const part = (name: string) => this.querySelector<HTMLElement>(`[data-passkey=${name}]`)
    const form = part('able')?.querySelector('form')
    if (!form || !('PublicKeyCredential' in window)) return
    part('able')!.hidden = false
    part('unable')!.hidden = true
    form.addEventListener('submit', async event => {
      event.preventDefault()
      const said = part('said')!
      said.textContent = ''
      const answer = await this.#ask().catch(() => null)
      if (!answer) said.textContent = this.dataset.failed ?? ''
      else if (!answer.prf) said.textContent = this.dataset.without ?? ''
      else this.#send(form, answer.id, textOf(answer.prf))
    })
  }

  async #ask(): Promise<{ id: string; prf: Uint8Array | null } | null> {
    const ids: string[] = JSON.parse(this.dataset.credentials ?? '[]')
    const credential = await navigator.credentials.get({
      publicKey: {
        // Nobody looks at the signature: what opens the vault is what the passkey yields.
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: ids.map(id => ({ type: 'public-key', id: bytesOf(id) })),
        userVerification: 'required',
        extensions: { prf: { eval: { first: purpose } } },
      },
    })
    if (!(credential instanceof PublicKeyCredential)) return null
    const first = credential.getClientExtensionResults().prf?.results?.first
    return { id: credential.id, prf: first ? new Uint8Array(first as ArrayBuffer) : null }
  }

  #send(form: HTMLFormElement, credential: string, prf: string): void {
    for (const [name, value] of Object.entries({ credential, prf })) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
    form.submit()
  }
}
