import type { ToldReport } from '../report/answers.ts'
import {
  type FileToSeal,
  type Sealing,
  type SentFile,
  sealAnswers,
  sealFile,
  type TeamToSealTo,
} from '../report/seal-report.ts'

/** Posts a form to a path below `/report/sealed`. */
export type Post = (path: '' | '/key' | '/files' | '/chunks', form: FormData) => Promise<Response>

/** What came of it; `says` is the server's sentence, or null where no answer came. */
export type Sent = { ok: true } | { ok: false; says: string | null }

/** How the sending waits before it tries again: milliseconds. Tests wait less. */
export type Patience = { afterNothing: number; afterTooMany: number; tries: number }
const usual: Patience = { afterNothing: 3_000, afterTooMany: 5_000, tries: 5 }

class Refused extends Error {
  readonly again: boolean
  constructor({ says, again }: { says: string; again: boolean }) {
    super(says)
    this.again = again
  }
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/**
 * Sends a sealed report: first its files, a few chunks at a time, then the answers. What arrived is not sent again when
 * somebody presses once more after a bad connection.
 */
export class ReportSending {
  readonly #sealing: Sealing
  readonly #post: Post
  readonly #patience: Patience
  readonly #arrived = new Map<FileToSeal, SentFile>()

  constructor(sealing: Sealing, post: Post, patience = usual) {
    this.#sealing = sealing
    this.#post = post
    this.#patience = patience
  }

  /** `progress` is told how many bytes of files have arrived. */
  async send(
    report: { locale: string; told: ToldReport; files: readonly FileToSeal[] },
    progress: (bytes: number) => void = () => {},
  ): Promise<Sent> {
    try {
      const files: SentFile[] = []
      let before = 0
      for (const file of report.files) {
        const from = before
        files.push(await this.#file(file, bytes => progress(from + bytes)))
        before += file.size
      }
      await this.#answers({ ...report, files })
      return { ok: true }
    } catch (error) {
      return { ok: false, says: error instanceof Refused ? error.message : null }
    }
  }

  async #answers(report: { locale: string; told: ToldReport; files: readonly SentFile[] }, once = false) {
    const { team } = (await this.#ask('/key', null, null)) as { team: TeamToSealTo }
    const { bytes, sealed } = await sealAnswers(this.#sealing, team, report)
    try {
      await this.#ask('', sealed, bytes)
    } catch (error) {
      // The team's key was changed between the two questions.
      if (once || !(error instanceof Refused && error.again)) throw error
      await this.#answers(report, true)
    }
  }

  async #file(file: FileToSeal, progress: (bytes: number) => void): Promise<SentFile> {
    const known = this.#arrived.get(file)
    if (known) return known
    const from = { record: this.#sealing.place.record, receipt: this.#sealing.stanza }
    const upload = await sealFile(this.#sealing, file)
    await this.#ask('/files', { ...from, file: upload.id }, upload.description)
    const sent = { id: upload.id, chunks: 0 }
    let bytes = 0
    for await (const { position, count, bytes: chunks } of upload.chunks()) {
      await this.#ask('/chunks', { ...from, file: upload.id, position }, chunks)
      sent.chunks += count
      bytes += chunks.length
      progress(Math.min(bytes, file.size))
    }
    this.#arrived.set(file, sent)
    return sent
  }

  /** Asks until there is an answer, a few times: each of these can be handed in twice. */
  async #ask(path: Parameters<Post>[0], sealed: object | null, bytes: Uint8Array<ArrayBuffer> | null) {
    for (let tried = 1; ; tried++) {
      const form = new FormData()
      form.set('sealed', JSON.stringify(sealed))
      if (bytes) form.set('bytes', new Blob([bytes]))
      const answer = await this.#post(path, form).catch(() => null)
      if (answer?.ok) return answer.json()
      const last = tried >= this.#patience.tries
      if (answer && (answer.status !== 429 || last)) throw new Refused(await answer.json())
      if (last) throw new Error('no answer')
      await pause(answer ? this.#patience.afterTooMany : this.#patience.afterNothing * tried)
    }
  }
}
