import type pg from 'pg'
import { newId } from '#platform/id.ts'

/** An umbrella with so many incidents, all of them published. */
export type Counted = { id: string; slug: string; incidents: number }

// Numbers that look random and are the same in every run: several from one, by different salts.
const chance = (salt: string, below: number) => `(abs(hashtext(n::text || '${salt}')) % ${below})`
const oneOf = (salt: string, codes: readonly string[]) =>
  `(array[${codes.map(code => `'${code}'`).join(', ')}])[1 + ${chance(salt, codes.length)}]`

const regions = [
  '30',
  '51',
  '46',
  '63',
  '12',
  '21',
  '48',
  '05',
  '07',
  '09',
  '14',
  '18',
  '23',
  '26',
  '32',
  '35',
]
const biases = [
  'ROMA',
  'ROMA',
  'RX.COL',
  'RX.ETH',
  'RX.NAT',
  'RX.LAN',
  'RX.MIG',
  'AS',
  'AM',
  'AC',
  'LGBTI',
  'DIS',
]
const types = ['ASS', 'THR', 'DAM', 'ABU', 'ABU', 'ONL', 'ONL', 'ARS', 'GRA', 'SRV', 'HOU', 'PROF']
const courses = ['{}', '{}', '{}', '{NOTREP.FEAR}', '{REP}', '{REP,REG}', '{REP,REG,BIASFLAG.Y,CHARGED}']

const incidents = `
  insert into monitoring.incidents (umbrella_id, id, code, region, month, layer, bias, biases, types, target_groups, responses,
      verification, recorded_on)
    select $1, gen_random_uuid(), translate(lpad(to_hex(n), 10, '0'), 'ilou', 'zzzz'), region, month, 'C', bias, array[bias], array[type],
      '{}', responses, verification, month + 20
    from (select n, 'UA-' || ${oneOf('region', regions)} as region, ${oneOf('bias', biases)} as bias, ${oneOf('type', types)} as type,
        ${oneOf('course', courses)}::text[] as responses, ${oneOf('level', ['V1', 'V2', 'V3', 'V3'])} as verification,
        (date_trunc('month', current_date) - make_interval(months => 3 + ${chance('month', 60)}))::date as month
      from generate_series(1, $2) n) made`

// What the triggers would have kept, counted once.
const tallies = `
  insert into monitoring.tallies (umbrella_id, dimension, period, code, region, received, assessed, verified)
    select i.umbrella_id, t.dimension, t.period, t.code, t.region, count(*) filter (where i.verification = 'V1'),
      count(*) filter (where i.verification = 'V2'), count(*) filter (where i.verification = 'V3')
    from monitoring.incidents i cross join lateral monitoring.tallied(i.precision, i.month, i.month_until, i.region, i.bias, i.types,
      i.target_groups, i.responses) t
    where i.umbrella_id = $1 group by 1, 2, 3, 4, 5`

// One release a year of what happened then, as large as real ones: what would be hidden is hidden by number alone.
const release = `
  with request as (
    insert into monitoring.release_requests (umbrella_id, id, recorded_until, digest, asked_by, status, answered_by, answered_at)
      values ($1, $2, make_date($4, 12, 31), sha256(''), $5, 'closed', $5, now()) returning id
  )
  insert into monitoring.releases (umbrella_id, id, number, recorded_until, published_at, request_id, digest)
    select $1, $2, $3, make_date($4, 12, 31), make_date($4 + 1, 2, 10), id, sha256('') from request`

const cells = `
  insert into monitoring.release_cells (umbrella_id, release_id, standing, dimension, period, code, region, status, value)
    select $1, $2, standing, dimension, period, code, region, case when n < 5 then 'suppressed' else 'shown' end,
      case when n < 5 then null else n end
    from (
      select s.standing, t.dimension, case when t.dimension = 'time' then to_char(t.period, 'YYYY-MM') else ($3::integer)::text end as period,
        t.code, t.region, sum(case s.standing when 'verified' then t.verified else t.assessed end)::integer as n
      from (select * from monitoring.tallies
          union all select umbrella_id, 'total', period, '', '', received, assessed, verified from monitoring.tallies where dimension = 'time'
        ) t, (values ('verified'), ('assessed')) s (standing)
      where t.umbrella_id = $1 and extract(year from t.period) = $3::integer and t.dimension <> 'response'
      group by 1, 2, 3, 4, 5
    ) counted where n > 0`

const guarded = ['incidents', 'releases', 'release_cells', 'release_requests']

async function fill(client: pg.PoolClient, id: string, incidentCount: number, person: string): Promise<void> {
  for (const table of guarded) await client.query(`alter table monitoring.${table} disable trigger user`)
  await client.query(incidents, [id, incidentCount])
  await client.query(tallies, [id])
  const { rows } = await client.query<{ year: number }>(
    'select distinct extract(year from period)::integer as year from monitoring.tallies where umbrella_id = $1 order by 1',
    [id],
  )
  const past = rows.filter(({ year }) => year < new Date().getUTCFullYear())
  for (const [index, { year }] of past.entries()) {
    const made = newId()
    await client.query(release, [id, made, index + 1, year, person])
    await client.query(cells, [id, made, year])
  }
  for (const table of guarded) await client.query(`alter table monitoring.${table} enable trigger user`)
}

async function make(owner: pg.Pool, slug: string, count: number, person: string): Promise<string> {
  const id = newId()
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into platform.umbrellas (id, slug, name, zone, country, demonstration, settled_at)
       values ($1, $2, $3, 'Europe/Kyiv', 'UA', true, now())`,
      [id, slug, { uk: `Випадки ${count}`, pl: `Zdarzenia ${count}`, en: `${count} incidents` }],
    )
    await fill(client, id, count, person)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  await owner.query(
    'analyze monitoring.incidents, monitoring.tallies, monitoring.releases, monitoring.release_cells',
  )
  return id
}

/** Finds the umbrella with so many incidents in the bench's database, or fills one; `person` monitors in it. */
export async function seedIncidents(owner: pg.Pool, incidentCount: number, person: string): Promise<Counted> {
  const slug = `bench-incidents-${incidentCount}`
  const { rows } = await owner.query<{ id: string }>('select id from platform.umbrellas where slug = $1', [
    slug,
  ])
  const id = rows[0]?.id ?? (await make(owner, slug, incidentCount, person))
  await owner.query(
    'insert into people.affiliations (umbrella_id, person_id) values ($1, $2) on conflict do nothing',
    [id, person],
  )
  await owner.query(
    `insert into people.roles (umbrella_id, id, person_id, role) select $1, $2, $3, 'monitor'
     where not exists (select from people.roles where umbrella_id = $1 and person_id = $3)`,
    [id, newId(), person],
  )
  return { id, slug, incidents: incidentCount }
}
