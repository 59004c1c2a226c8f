import { rows, type Tx } from '#platform/database/scope.ts'
import type { Countable } from '../disclosure/gather.ts'

/** Stands for the region of what happened online, where nobody knows, or where nobody agreed to a map. */
export const nowhere = 'none'

// As many as are in hand at a time.
const atATime = 2000

// What whoever reported did not agree to is left out: the whole incident, or where it was. The rule is monitoring.agreed_for,
// here for all incidents at once.
const agreed = (use: 'statistics' | 'map') =>
  `not bool_or(r.id is not null and not '${use}' = any (r.consents)) or bool_or(r.id is null or '${use}' = any (r.consents))`

const holding = `
  declare countable scroll cursor for
  with told as (
    select s.incident_id as id, ${agreed('statistics')} as counts, ${agreed('map')} as places
    from monitoring.sources s left join monitoring.reports r on r.umbrella_id = s.umbrella_id and r.record_id = s.record_id
    where s.umbrella_id = platform.current_umbrella() and s.withdrawn_on is null group by 1)
  select i.id, i.recorded_on as "recordedOn", i.month, i.month_until as "monthUntil", i.precision, i.bias, i.types,
    case when coalesce(t.places, true) then i.region end as region,
    i.target_groups as "targetGroups", i.responses, i.verification, i.cluster_id as cluster
  from monitoring.incidents i left join told t on t.id = i.id
  where i.umbrella_id = platform.current_umbrella() and i.released_in is null and i.recorded_on <= $1
    and i.verification in ('V2', 'V3', 'V4') and i.month is not null and i.bias is not null and coalesce(t.counts, true)`

type Row = {
  id: string
  recordedOn: string
  month: string
  monthUntil: string | null
  precision: string | null
  region: string | null
  bias: string
  types: string[]
  targetGroups: string[]
  responses: string[]
  verification: string
  cluster: string | null
}

const countable = ({
  recordedOn,
  month,
  monthUntil,
  precision,
  region,
  verification,
  cluster,
  ...rest
}: Row): Countable => ({
  ...rest,
  recordedOn: Temporal.PlainDate.from(recordedOn),
  month: Temporal.PlainYearMonth.from(month.slice(0, 7)),
  monthKnown: precision !== 'half_year' && (monthUntil ?? month) === month,
  region: region ?? nowhere,
  standing: verification === 'V2' ? 'assessed' : 'verified',
  cluster: cluster ?? undefined,
  released: false,
})

async function* inPortions(tx: Tx): AsyncGenerator<Countable[]> {
  await rows(tx, undefined, 'move absolute 0 in countable')
  for (;;) {
    const found = await rows<Row>(tx, undefined, `fetch ${atATime} from countable`)
    if (found.length === 0) return
    yield found.map(countable)
  }
}

/**
 * Incidents that no release has counted yet and that were recorded until a day; only monitors see any. In portions, as often
 * as they are asked for: always those of the moment at which they were first looked for, in this transaction.
 */
export async function holdCountable(
  tx: Tx,
  until: Temporal.PlainDate,
): Promise<() => AsyncGenerator<Countable[]>> {
  await rows(tx, undefined, holding, [until.toString()])
  return () => inPortions(tx)
}
