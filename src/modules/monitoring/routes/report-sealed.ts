import type { Context } from 'hono'
import type * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import { open } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { type Outcome, type Refusal, refuse } from '#platform/refusal.ts'
import {
  addSealedPieces,
  beginSealedFile,
  submitSealedReport,
  teamToSealTo,
} from '../actions/submit-sealed-report.ts'
import {
  canBeChunks,
  canBeText,
  sealedChunksForm,
  sealedFileForm,
  sealedReportForm,
} from '../forms/sealed-report.ts'
import { type Limited, mayDo } from '../report/limits.ts'

type C = Context<UmbrellaEnv>

const longestAnswers = 1_100_000
const longestDescription = 10_000

// `again`: what the browser can mend by itself, by asking for the key once more or by waiting.
const refused = (c: C, { reason, values }: Refusal, status: 409 | 422 | 429 = 409) =>
  c.json(
    {
      says: c.var.i18n.t(reason, values),
      again: status === 429 || reason === 'platform.vault.teamKeyChanged',
    },
    status,
  )

const badly = refuse('platform.vault.sealedBadly')

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null
  } catch {
    return null
  }
}

type Taking<S extends z.ZodType> = {
  form: S
  fits: (bytes: Uint8Array, sealed: z.output<S>) => boolean
  limited: Limited
  store: (tx: Tx, sealed: z.output<S>, bytes: Uint8Array) => Promise<Outcome>
}

/** What was sealed in a browser: stanzas as JSON and one run of bytes beside them. Nothing in it can be read here. */
async function take<S extends z.ZodType>(c: C, { form, fits, limited, store }: Taking<S>) {
  const body = await c.req.parseBody()
  const read = form.safeParse(parsed(body.sealed))
  if (!read.success || !(body.bytes instanceof File)) return refused(c, badly, 422)
  const bytes = new Uint8Array(await body.bytes.arrayBuffer())
  if (!fits(bytes, read.data)) return refused(c, badly, 422)
  if (!mayDo(c, limited)) return refused(c, refuse('monitoring.report.tooMany'), 429)
  const outcome = await c.var.write(tx => store(tx, read.data, bytes))
  return outcome.ok ? c.json({}) : refused(c, outcome)
}

/** For browsers that seal a report by themselves: the key to seal to, and what takes the ciphertext. */
export const reportSealedRoutes = umbrellaRoutes()
  .post('/report/sealed/key', open, async c => {
    const team = await c.var.write(teamToSealTo)
    return team ? c.json({ team }) : refused(c, refuse('monitoring.report.noKey'))
  })

  .post('/report/sealed/files', open, c =>
    take(c, {
      form: sealedFileForm,
      fits: bytes => canBeText(bytes, longestDescription),
      limited: 'files',
      store: beginSealedFile,
    }),
  )

  .post('/report/sealed/chunks', open, c =>
    take(c, {
      form: sealedChunksForm,
      fits: (bytes, { position }) => canBeChunks(bytes, position),
      limited: 'chunks',
      store: addSealedPieces,
    }),
  )

  .post('/report/sealed', open, c =>
    take(c, {
      form: sealedReportForm,
      fits: bytes => canBeText(bytes, longestAnswers),
      limited: 'reports',
      store: submitSealedReport,
    }),
  )
