import { importJobs } from '#modules/monitoring/jobs/imports.ts'
import { inScope } from '#platform/database/scope.ts'
import type { JobContext } from '#platform/jobs/index.ts'
import { affiliate, enter, foundCoalition, type Present } from './coalition.ts'
import { makeMonitor } from './monitors.ts'
import type { Stage } from './visitor.ts'

/** What a form of a page would post if nobody changed anything in it. */
export function formOn(html: string): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    values[name] = [...(values[name] ?? []), decoded(value)]
  }
  for (const [, name, inside] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    add(name!, /<option value="([^"]*)" selected/.exec(inside!)?.[1] ?? '')
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const of = (attribute: string) => new RegExp(` ${attribute}="([^"]*)"`).exec(input)?.[1]
    const [type, name] = [of('type'), of('name')]
    if (type === 'text' && name) add(name, of('value') ?? '')
    if (type === 'checkbox' && name && / checked/.test(input)) add(name, of('value') ?? '')
  }
  return values
}

const decoded = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

/** The name of the field whose label for those who hear the page says this. */
export function fieldSaying(html: string, label: string): string {
  const found = [...html.matchAll(/<select[^>]* name="([^"]+)" aria-label="([^"]*)"/g)].find(
    ([, , said]) => decoded(said!) === label,
  )
  if (!found) throw new Error(`nothing asks “${label}”`)
  return found[1]!
}

/** The job that records a chronicle, as the worker calls it. `over` changes what it works with. */
export const recorder = ({ platform }: Stage, over: Partial<JobContext> = {}) => {
  const context = {
    platform,
    signal: new AbortController().signal,
    inScope: (scope, mode, work) => inScope(platform.database.request, scope, mode, work),
    ...over,
  } as JobContext
  return (umbrella: string, id: string) => importJobs[0]!.handler(context, { umbrella, id })
}

/** Records what somebody asked for. */
export async function recordAsked(stage: Stage, umbrella: string, { id }: Present): Promise<void> {
  const { rows } = await stage.platform.database.owner.query<{ id: string }>(
    'select id from monitoring.import_drafts where umbrella_id = $1 and account_id = $2',
    [umbrella, id],
  )
  await recorder(stage)(umbrella, rows[0]!.id)
}

/** A short chronicle, and how most of it is read. */
export const list =
  'Дата;Місто;Тип;Опис\nтравень 2026;Львів;погрози;Погрожували\n;Ніде;бійка;Побили\n;Ніде;бійка;Побили\n'
export const map = {
  ...{ country: 'UA', date: { column: 'Дата' }, town: { column: 'Місто' }, text: { columns: ['Опис'] } },
  codes: { types: { column: 'Тип', values: { погрози: 'THR' } } },
}

/** A coalition with a monitor who brings chronicles in a browser, without a second factor yet; and another coalition. */
export async function openImportDesk(stage: Stage, slug: string) {
  const { owner } = stage.platform.database
  const here = await foundCoalition(stage, `${slug}-here`)
  const elsewhere = await foundCoalition(stage, `${slug}-elsewhere`)
  const monitor = await enter(stage, `monitor@${slug}.example`)
  await affiliate(stage, here.id, monitor.id)
  await makeMonitor(stage.platform.database, here.id, monitor.id)
  const at = (path = '', place = here.slug) => `/en/${place}/incidents/import${path}`
  const said = async (answer: Response | Promise<Response>) =>
    (await (await answer).text()).replaceAll('&quot;', '"')
  const bring = (text = list, mapping?: string, who = monitor) =>
    who.browser.upload(
      at('/new'),
      {},
      {
        ...(text !== '' && { file: new File([text], 'list.csv') }),
        ...(mapping !== undefined && { map: new File([mapping], 'map.json') }),
      },
    )
  const rows = async (text: string, value: string) => (await owner.query(text, [value])).rows
  const incidents = async () =>
    (await rows('select count(*)::int as n from monitoring.incidents where umbrella_id = $1', here.id))[0].n
  const draft = async () =>
    (await rows('select * from monitoring.import_drafts where account_id = $1', monitor.id))[0]
  const page = (path: string, who = monitor) => said(who.browser.get(at(path)))
  return { here, elsewhere, anna: here.coordinators[0], monitor, at, said, bring, incidents, draft, page }
}
