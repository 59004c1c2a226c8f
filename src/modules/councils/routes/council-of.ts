import type { Context } from 'hono'
import { uploaded } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { numberParam } from '#platform/http/params.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { mayKeep, seesInside } from '../policy/councils.ts'
import { type CouncilView, findCouncil } from '../queries/council.ts'
import { findSession, type SessionView } from '../queries/session.ts'

export type C = Context<UmbrellaEnv>

const slugOf = (c: C) => c.req.param('slug') ?? ''

/** The council of the address, as far as the viewer may see it. */
export const councilOf = async (c: C, tx: Tx, on: string | null = null): Promise<CouncilView> =>
  found(await findCouncil(tx, slugOf(c), seesInside(c.var.viewer), on))

/** The same for somebody who keeps it. */
export async function keptCouncil(c: C, tx: Tx): Promise<CouncilView> {
  const council = await councilOf(c, tx)
  authorize(mayKeep(c.var.viewer, council))
  return council
}

/** The session of the address. */
export const sessionOf = async (c: C, tx: Tx): Promise<SessionView> =>
  found(await findSession(tx, slugOf(c), numberParam(c)))

/** The same for somebody who keeps the council. */
export async function keptSession(c: C, tx: Tx): Promise<SessionView> {
  const session = await sessionOf(c, tx)
  authorize(mayKeep(c.var.viewer, session))
  return session
}

/** Keeps the file of a form's field; null where none was chosen. */
export async function keepUpload(c: C, tx: Tx, field: string): Promise<Outcome<{ file: string | null }>> {
  const file = await uploaded(c, field)
  if (!file) return { ok: true, file: null }
  const stored = await storeFile(tx, { name: file.name, bytes: file })
  return stored.ok ? { ok: true, file: stored.file.id } : stored
}

/** Keeps the file of a form's field that has to be there. */
export async function requireUpload(c: C, tx: Tx, field: string): Promise<Outcome<{ file: string }>> {
  const kept = await keepUpload(c, tx, field)
  if (!kept.ok) return kept
  return kept.file === null ? refuse('councils.form.fileMissing') : { ok: true, file: kept.file }
}

/** A time as somebody typed it, in the zone of the umbrella. */
export const instantOf = (c: C, time: Temporal.PlainDateTime) =>
  time.toZonedDateTime(c.var.umbrella.zone).toInstant()

/** A moment as a picker of this umbrella's zone shows it. */
export const localOf = (c: C, at: string | null) =>
  at === null
    ? ''
    : Temporal.Instant.from(at)
        .toZonedDateTimeISO(c.var.umbrella.zone)
        .toPlainDateTime()
        .toString()
        .slice(0, 16)

/** Texts in languages as the values of a localised field. */
export const partsOf = (name: string, texts: object) =>
  Object.fromEntries(
    Object.entries(texts as Record<string, string>).map(([tag, text]) => [`${name}:${tag}`, text]),
  )

/** With which status a form is shown again. */
export type Status = { status: 200 | 409 | 422 }

/** What somebody typed in one field; empty where it was not one text. */
export const asText = (value: unknown) => (typeof value === 'string' ? value : '')
