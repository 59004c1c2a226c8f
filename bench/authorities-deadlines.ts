import { setTimeout as sleep } from 'node:timers/promises'
import { shippedCalendar } from '#modules/authorities/deadlines/calendars/shipped.ts'
import { computeDeadline } from '#modules/authorities/deadlines/compute.ts'
import { rules } from '#modules/authorities/deadlines/rules/shipped.ts'
import { newId } from '#platform/id.ts'
import { measureLoad } from './children.ts'
import type { Measured } from './figure.ts'
import type { Program } from './program.ts'
import { seedClocks } from './seed-clocks.ts'

export type DeadlineBench = Program

export const prepareDeadlines = (program: Program): Promise<DeadlineBench> => Promise.resolve(program)

const first = Temporal.PlainDate.from('2024-01-01')

/** Every rule from days all over ten years; the bare limit is what the runtime needs to step through as many days. */
async function computations(): Promise<Measured> {
  const starts = Array.from({ length: 1000 }, (_, n) => first.add({ days: (n * 7919) % 2500 }))
  for (const jurisdiction of ['UA', 'PL', 'EU'] as const) shippedCalendar(jurisdiction)
  let [done, steps] = [0, 0]
  const begun = performance.now()
  while (performance.now() - begun < 3000) {
    for (const rule of rules) {
      const from = starts[done++ % starts.length]!
      const deadline = computeDeadline(rule, from, shippedCalendar(rule.jurisdiction))
      if (!deadline.ok) throw new Error(`${rule.id} from ${from}: ${deadline.reason}`)
      steps += deadline.steps.length
    }
  }
  const perSecond = (done / (performance.now() - begun)) * 1000
  return {
    ...{ name: 'authorities.deadlines', value: perSecond, unit: 'computations/s', limit: daysPerSecond() },
    ...{
      target: '>= 5,000 with proof',
      ok: perSecond >= 5000,
      details: { 'steps of proof each': steps / done },
    },
  }
}

function daysPerSecond(): number {
  let day = first
  const begun = performance.now()
  for (let n = 0; n < 200_000; n++) day = day.add({ days: 1 })
  return (200_000 / (performance.now() - begun)) * 1000
}

const letters = 200_000

/** What the program's job does after a correction, from the asking to the last clock; meanwhile visitors ask for a page. */
async function recompute({ database, origin }: DeadlineBench): Promise<Measured> {
  const { umbrella, slug } = await seedClocks(database.owner, letters)
  await database.owner.query(
    `with made as (insert into authorities.calendar_versions (jurisdiction, version, published_on, source, reason)
       select 'UA', max(version) + 1, current_date, 'bench', 'bench' from authorities.calendar_versions where jurisdiction = 'UA'
       returning version)
     insert into authorities.calendar_days (jurisdiction, version, day, working, name, source, confidence, valid_from)
     select 'UA', version, '2026-06-16', false, '{"uk": "bench", "pl": "bench", "en": "bench"}', 'bench', 'text_seen', '2026-06-16'
     from made`,
  )
  const visitors = measureLoad({
    ...{ origin, connections: 4, paths: ['/uk/international-union/deadline-rules'], seconds: 10 },
  })
  const begun = performance.now()
  await database.owner.query(
    "insert into platform.outbox (id, umbrella_id, queue, subject_id) values ($1, $2, 'authorities.recount-deadlines', $2)",
    [newId(), umbrella],
  )
  const asked = 'select 1 from authorities.calendar_recounts where umbrella_id = $1'
  while ((await database.owner.query(asked, [umbrella])).rowCount === 0) await sleep(50)
  const seconds = (performance.now() - begun) / 1000
  const { p99, failed } = await visitors
  const changes = await database.owner.query<{ moved: number }>(
    'select count(*)::integer as moved from authorities.deadline_changes where umbrella_id = $1',
    [umbrella],
  )
  const { moved } = changes.rows[0]!
  return {
    ...{ name: 'authorities.recompute', value: seconds, unit: 's', limit: null },
    ...{
      target: '<= 60 s for the clocks of 200,000 communications',
      ok: seconds <= 60 && moved > 0 && failed === 0,
    },
    details: { moved, 'p99 of a page meanwhile, ms': p99, 'pages that failed': failed, umbrella: slug },
  }
}

export const deadlineMeasures: Record<string, (bench: DeadlineBench) => Promise<Measured>> = {
  'authorities.deadlines': computations,
  'authorities.recompute': recompute,
}
