import { openVault } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { beginPack } from '../actions/begin-pack.ts'
import { type Chosen, newPackForm } from '../forms/packs.ts'
import { yearToSend } from '../packs/deadline.ts'
import { NewPackPage, type NewPackProps } from '../pages/new-pack.tsx'
import { PacksPage } from '../pages/packs.tsx'
import { fitsPack } from '../policy/packs.ts'
import { incidentForPack, listPacks, odihrIncidents, type PackIncident } from '../queries/packs.ts'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { type PackKind, packKinds } from '../schema/packs.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'

// As the coalition's calendar has it: deadlines are counted from there.
const today = (c: C) => c.var.i18n.dayOf(Temporal.Now.instant())

function kindOf(value: unknown): PackKind {
  const kind = packKinds.find(one => one === value)
  if (!kind) throw new NotFound()
  return kind
}

const readYear = (c: C, value: unknown) =>
  /^(19|20)\d\d$/.test(String(value)) ? Number(value) : yearToSend(today(c))

type Told = Pick<NewPackProps, 'values' | 'problems' | 'refusal'>

async function showNew(c: C, kind: PackKind, year: number, told: Told = {}, status: 200 | 409 | 422 = 200) {
  const read = await c.var.read(async tx => ({
    incidents: kind === 'odihr' ? await odihrIncidents(tx, year, false) : [],
    vocabulary: await vocabularyOf(tx, ['bias', 'types']),
  }))
  const ready = read.incidents.filter(({ lacksConsent }) => !lacksConsent).map(({ code }) => code)
  const values = told.values ?? {
    incidents: ready,
    lang: kind === 'odihr' ? 'en' : c.var.locale === 'pl' ? 'pl' : 'uk',
    incident: c.req.query('incident') ?? '',
  }
  return c.var.page(<NewPackPage kind={kind} year={year} {...read} {...told} values={values} />, { status })
}

/** The chosen incidents; null when one of them is not there, or not for this kind. */
async function chosenIncidents(tx: Tx, kind: PackKind, chosen: Chosen): Promise<PackIncident[] | null> {
  const { codes, toldAgreed, year } = chosen
  if (year !== null) {
    const all = await odihrIncidents(tx, year, toldAgreed)
    const found = all.filter(({ code }) => codes.includes(code))
    return found.length === codes.length ? found : null
  }
  const one = await incidentForPack(tx, codes[0]!, { kind, toldAgreed })
  return one && fitsPack(one) ? [one] : null
}

export const packsRoutes = umbrellaRoutes()
  .get('/packs', monitors, async c => {
    const packs = await c.var.read(listPacks)
    return c.var.page(<PacksPage packs={packs} today={today(c)} year={yearToSend(today(c))} />)
  })

  .get('/packs/new', monitors, c =>
    showNew(c, kindOf(c.req.query('kind') ?? 'odihr'), readYear(c, c.req.query('year'))),
  )

  .post('/packs', monitors, async c => {
    const body = await c.req.parseBody()
    const [kind, year] = [kindOf(body.kind), readYear(c, body.year)]
    const form = await readForm(c, newPackForm(kind))
    const values = { ...form.values, incidents: form.values['incidents[]'] ?? [] }
    if (!form.ok) return showNew(c, kind, year, { values, problems: form.problems }, 422)
    const vault = await openVault(c)
    if (vault instanceof Response) return vault
    const { lang } = form.data
    const { umbrella } = c.var
    const sender = umbrella.name[lang] ?? c.var.i18n.text(umbrella.name).value
    const outcome = await c.var.write(async tx => {
      const incidents = await chosenIncidents(tx, kind, form.data)
      return incidents && beginPack(tx, vault, { ...form.data, kind, incidents, sender })
    })
    if (!outcome) {
      const problem = {
        field: kind === 'odihr' ? 'incidents' : 'incident',
        message: 'monitoring.pack.refusal.unfit',
      } as const
      return showNew(c, kind, year, { values, problems: [problem] }, 422)
    }
    if (!outcome.ok) return showNew(c, kind, year, { values, refusal: outcome }, 409)
    return c.var.seeOther(`/packs/${outcome.id}`, 'monitoring.said.packBegun')
  })
