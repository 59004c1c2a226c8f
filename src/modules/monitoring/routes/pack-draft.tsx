import { vaultClosed, vaultIfOpen } from '#modules/people/index.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { askForPack } from '../actions/ask-for-pack.ts'
import { keepDraft } from '../actions/keep-draft.ts'
import { draftForm } from '../forms/packs.ts'
import { type PackTexts, packFields, type ToldEntry } from '../packs/draft.ts'
import { takeOut } from '../packs/propose-redactions.ts'
import { readPack } from '../queries/pack-texts.ts'
import { findPack, type PackView } from '../queries/packs.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'
import { draftOf, heldPack, openPack, showPack } from './pack-page.tsx'

const typedTexts = (pack: PackView, values: Record<string, unknown>): PackTexts =>
  Object.fromEntries(packFields[pack.kind].map(name => [name, String(values[name] ?? '')]))

/** The texts without what was ticked; a tick names the text and the words in it. */
const redacted = (texts: PackTexts, ticked: readonly string[], told: ToldEntry | undefined): PackTexts =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const own = ticked.flatMap(one => (one.startsWith(`${name}:`) ? one.slice(name.length + 1) : []))
      return [name, takeOut(text, told?.names ?? [], own)]
    }),
  )

async function showTyped(c: C, pack: PackView, form: Awaited<ReturnType<typeof readForm>>, closed = false) {
  const { values } = form
  const problems = closed ? [vaultClosed] : form.ok ? [] : form.problems
  const n = Math.min(Number(values.n) || 0, pack.incidents.length - 1)
  const texts = typedTexts(pack, values)
  const shown = { n, seen: String(values.seen ?? ''), reason: String(values.reason ?? '') }
  return showPack(c, 422, { draft: { ...shown, texts, told: null, problems } })
}

const nextPlace = (next: string, n: number) => (/^\d{1,3}$/.test(next) ? Number(next) : n)

export const packDraftRoutes = umbrellaRoutes().post('/packs/:id/draft', monitors, async c => {
  const pack = found(await c.var.read(tx => findPack(tx, idParam(c))))
  const form = await readForm(c, draftForm(pack.kind))
  if (!form.ok) return showTyped(c, pack, form)
  const vault = await vaultIfOpen(c)
  if (!vault) return showTyped(c, pack, form, true)
  const { n, seen, reason, redact, next } = form.data
  const incident = found(pack.incidents[n]).id
  const outcome = await c.var.write(async tx => {
    const held = await heldPack(c, tx)
    const open = await openPack(tx, vault, held, reason)
    if (!open) return refuse('monitoring.pack.refusal.notForYou')
    const inside = await readPack(tx, open)
    const typed = typedTexts(pack, form.data)
    const told = inside.told.find(one => one.incident === incident)
    const texts = next === 'redact' ? redacted(typed, redact, told) : typed
    const kept = await keepDraft(tx, open, held, { entry: { incident, texts }, seen })
    if (!kept.ok) return { ...kept, typed: { ...draftOf(held, inside, n, reason), texts: typed, seen } }
    if (next !== 'ask') return kept
    const asked = await askForPack(tx, held, kept.inside)
    return asked.ok ? { ...kept, asked: true } : { ...asked, typed: draftOf(held, kept.inside, n, reason) }
  })
  if (!outcome.ok)
    return showPack(c, 409, { refusal: outcome, draft: 'typed' in outcome ? outcome.typed : undefined })
  if ('asked' in outcome) return c.var.seeOther(`/packs/${pack.id}`, 'monitoring.said.packAsked')
  const draft = draftOf(pack, outcome.inside, nextPlace(next, n), reason)
  const said = next === 'redact' ? 'monitoring.said.packTakenOut' : 'monitoring.said.packKept'
  return showPack(c, 200, { draft, said })
})
