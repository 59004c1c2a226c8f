import { closeMail } from '#platform/mail/index.ts'
import type { Platform } from '#platform/platform.ts'
import { type App, createApp } from '#src/app.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { testPlatform } from './platform.ts'

/** The whole program on a database of its own, with a real mail server beside it. */
export type Stage = { platform: Platform; app: App; mail: MailServer; close: () => Promise<void> }

/** Sets the stage; `over` changes settings, such as the origin. Close it after the tests. */
export async function setStage(over: Partial<Platform['config']> = {}): Promise<Stage> {
  const mail = await startMailServer()
  const plain = await testPlatform()
  const platform: Platform = { ...plain, config: { ...plain.config, smtpUrl: mail.url, ...over } }
  const app = await createApp(platform)
  const close = async () => {
    await closeMail(platform)
    await mail.stop()
  }
  return { platform, app, mail, close }
}

type Fields = Record<string, string | string[]>

function bodyOf(fields: Fields): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one)
  }
  return body
}

/** A browser without JavaScript: keeps cookies, says where it comes from, follows nothing by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #stage: Stage

  constructor(stage: Stage) {
    this.#stage = stage
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const { origin } = this.#stage.platform.config
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0) {
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    const answer = await this.#stage.app.hono.request(new URL(path, origin), { ...init, headers })
    for (const set of answer.headers.getSetCookie()) this.#keep(set)
    return answer
  }

  #keep(set: string): void {
    const [pair = '', ...attributes] = set.split('; ')
    const at = pair.indexOf('=')
    const gone = attributes.some(attribute => /^max-age=0$/i.test(attribute)) || at === pair.length - 1
    if (gone) this.cookies.delete(pair.slice(0, at))
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {})
  }

  post(path: string, fields: Fields = {}): Promise<Response> {
    const { origin } = this.#stage.platform.config
    return this.#send(path, { method: 'POST', headers: { origin }, body: bodyOf(fields) })
  }

  /** Posts a form with files. */
  upload(path: string, fields: Fields, files: Record<string, File>): Promise<Response> {
    const body = new FormData()
    for (const [name, value] of bodyOf(fields)) body.append(name, value)
    for (const [name, file] of Object.entries(files)) body.append(name, file)
    return this.#send(path, { method: 'POST', headers: { origin: this.#stage.platform.config.origin }, body })
  }

  /** Asks for a code and reads it from the mail. Returns where the code page is, and the code. */
  async askForCode(address: string, to = ''): Promise<{ page: string; code: string }> {
    const { mail } = this.#stage
    // Other mails may arrive meanwhile: only a code is looked for.
    const codes = () =>
      mail.received
        .filter(({ to: recipients }) => recipients.includes(address))
        .flatMap(
          ({ email }) =>
            /(\d{3}) (\d{3})/
              .exec(email.subject ?? '')
              ?.slice(1)
              .join('') ?? [],
        )
    const before = codes().length
    const answer = await this.post('/en/sign-in', { address, to })
    const page = answer.headers.get('location') ?? ''
    for (let count = 1; codes().length === before; count++) await mail.mailsTo(address, count)
    return { page, code: codes().at(-1)! }
  }

  /** Signs in by a mailed code, giving `name` when asked. Returns the last answer. */
  async signIn(address: string, name = 'Somebody', to = ''): Promise<Response> {
    const { page, code } = await this.askForCode(address, to)
    const answer = await this.post(page, { code })
    if (!answer.headers.get('location')?.includes('/welcome')) return answer
    return this.post('/en/welcome', { name, to })
  }
}
