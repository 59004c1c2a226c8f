type Challenge = {
  options: PublicKeyCredentialRequestOptionsJSON & PublicKeyCredentialCreationOptionsJSON
  challenge: string
}

const able = () =>
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential

/**
 * `<p-passkey data-ceremony="get|create" data-challenge data-failed>` shows the form in `[data-passkey=able]` where the
 * browser knows passkeys. Pressing its button fetches a challenge, asks for the passkey, and sends the form with both.
 */
export class Passkey extends HTMLElement {
  connectedCallback(): void {
    const part = (name: string) => this.querySelector<HTMLElement>(`[data-passkey=${name}]`)
    const form = part('able')?.querySelector('form')
    if (!form || !able()) return
    part('able')!.hidden = false
    part('unable')!.hidden = true
    form.addEventListener('submit', async event => {
      event.preventDefault()
      const said = part('said')!
      said.textContent = ''
      try {
        await this.#answer(form)
        form.submit()
      } catch {
        said.textContent = this.dataset.failed ?? ''
      }
    })
  }

  async #answer(form: HTMLFormElement): Promise<void> {
    const answer = await fetch(this.dataset.challenge ?? '', { method: 'POST' })
    if (!answer.ok) throw new Error(`${answer.status}`)
    const { options, challenge }: Challenge = await answer.json()
    const credential = await this.#ask(options)
    if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey')
    setValue(form, 'challenge', challenge)
    setValue(form, 'response', JSON.stringify(credential.toJSON()))
  }

  #ask(options: Challenge['options']): Promise<Credential | null> {
    return this.dataset.ceremony === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  }
}

function setValue(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}
