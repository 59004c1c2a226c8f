import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { DatePrecision, Verification } from '../schema/incidents.ts'
import type { Addressee, PackKind, PackStatus } from '../schema/packs.ts'
import type { SealedPlace } from '../sealed-place.ts'

/** An incident as a pack speaks of it: codes only. */
export type PackIncident = {
  id: string
  code: string
  month: string | null
  monthUntil: string | null
  precision: DatePrecision
  region: string | null
  bias: string | null
  types: string[]
  laws: string[]
  responses: string[]
  verification: Verification
  /** Kinds of its sources, each once. */
  sourceKinds: string[]
  /** Somebody who reported it does not agree, or no consent is on record for what a monitor was told in person. */
  lacksConsent: boolean
  /** Told to a monitor in person, with no ledger of consents. */
  confided: boolean
}

export type PackFile = { name: string; fileId: string; sha256: string }

export type PackView = {
  id: string
  kind: PackKind
  year: number | null
  addressee: Addressee | null
  lang: 'uk' | 'pl' | 'en'
  toldAgreed: boolean
  recordId: string | null
  status: PackStatus
  begunOn: string
  begunBy: string | null
  partId: string | null
  askedBy: string | null
  askedByName: string | null
  confirmedByName: string | null
  handedByName: string | null
  handedAt: string | null
  confirmedAt: string | null
  incidents: PackIncident[]
  files: PackFile[]
}

const incidentJson = sql`json_build_object('id', i.id, 'code', i.code, 'month', i.month, 'monthUntil', i.month_until,
  'precision', i.precision, 'region', i.region, 'bias', i.bias, 'types', i.types, 'laws', i.laws, 'responses', i.responses,
  'verification', i.verification,
  'sourceKinds', array(select distinct s.kind from monitoring.sources_for(i.id) s order by 1),
  'confided', monitoring.was_confided(i.id), 'lacksConsent', monitoring.lacks_consent(i.id, u.uses, u.agreed))`

type Asked = { kind: PackKind; toldAgreed: boolean }

const uses = ({ kind, toldAgreed }: Asked) =>
  sql`(select monitoring.uses_of_pack(${kind}) as uses, ${toldAgreed}::boolean as agreed) u`

/** Incidents of a year that ODIHR counts: crimes with a bias, assessed at least. */
export async function odihrIncidents(tx: Tx, year: number, toldAgreed: boolean): Promise<PackIncident[]> {
  const { rows } = await tx.execute<{ value: PackIncident }>(sql`
    select ${incidentJson} as value from monitoring.incidents i, ${uses({ kind: 'odihr', toldAgreed })}
    where i.umbrella_id = platform.current_umbrella() and i.odihr_eligible and i.verification in ('V2', 'V3', 'V4')
      and i.month between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    order by i.month, i.id limit 1000`)
  return rows.map(({ value }) => value)
}

/** One incident by its code, as a pack of this kind would speak of it. */
export async function incidentForPack(tx: Tx, code: string, asked: Asked): Promise<PackIncident | undefined> {
  const { rows } = await tx.execute<{ value: PackIncident }>(sql`
    select ${incidentJson} as value from monitoring.incidents i, ${uses(asked)}
    where i.umbrella_id = platform.current_umbrella() and i.code = ${code}`)
  return rows[0]?.value
}

const name = (column: string) =>
  sql`(select n.name from people.people n where n.id = ${sql.raw(`p.${column}`)})`

const packJson = sql`json_build_object('id', p.id, 'kind', p.kind, 'year', p.year, 'addressee', p.addressee, 'lang', p.lang,
  'toldAgreed', p.told_agreed, 'recordId', p.record_id, 'status', p.status, 'begunOn', p.begun_on, 'begunBy', ${name('begun_by')},
  'partId', p.part_id, 'askedBy', p.asked_by, 'askedByName', ${name('asked_by')}, 'confirmedByName', ${name('confirmed_by')},
  'handedByName', ${name('handed_by')}, 'handedAt', p.handed_at, 'confirmedAt', p.confirmed_at,
  'incidents', (select coalesce(json_agg(${incidentJson} order by i.month, i.id), '[]'::json) from monitoring.pack_incidents q
    join monitoring.incidents i on i.umbrella_id = q.umbrella_id and i.id = q.incident_id
    cross join lateral (select monitoring.uses_of_pack(p.kind) as uses, p.told_agreed as agreed) u
    where q.umbrella_id = p.umbrella_id and q.pack_id = p.id),
  'files', (select coalesce(json_agg(json_build_object('name', f.name, 'fileId', f.file_id, 'sha256', encode(f.sha256, 'hex'))
      order by f.name), '[]'::json)
    from monitoring.pack_files f where f.umbrella_id = p.umbrella_id and f.pack_id = p.id))`

/** A pack with its incidents, whether their consents hold now, and the hashes of its files. For monitors. */
export async function findPack(tx: Tx, id: string): Promise<PackView | undefined> {
  const { rows } = await tx.execute<{ value: PackView }>(sql`
    select ${packJson} as value from monitoring.packs p where p.umbrella_id = platform.current_umbrella() and p.id = ${id}`)
  return rows[0]?.value
}

/** The same with the row held, for whoever is about to change it. */
export async function holdPack(tx: Tx, id: string): Promise<PackView | undefined> {
  await tx.execute(
    sql`select from monitoring.packs where umbrella_id = platform.current_umbrella() and id = ${id} for update`,
  )
  return findPack(tx, id)
}

/** A pack as a line of the list. */
export type PackLine = Pick<PackView, 'id' | 'kind' | 'year' | 'addressee' | 'status' | 'begunOn'> & {
  incidents: number
  lacking: number
}

/** The latest first. */
export async function listPacks(tx: Tx): Promise<PackLine[]> {
  const { rows } = await tx.execute<PackLine>(sql`
    select p.id, p.kind, p.year, p.addressee, p.status, p.begun_on as "begunOn", count(q.incident_id)::int as incidents,
      (count(*) filter (where q.incident_id is not null and p.status in ('draft', 'asked', 'final') and
        monitoring.lacks_consent(q.incident_id, monitoring.uses_of_pack(p.kind), p.told_agreed)))::int as lacking
    from monitoring.packs p
    left join monitoring.pack_incidents q on q.umbrella_id = p.umbrella_id and q.pack_id = p.id
    where p.umbrella_id = platform.current_umbrella()
    group by p.umbrella_id, p.id order by p.begun_on desc, p.id desc limit 200`)
  return rows
}

/** Where the sealed texts about an incident are. */
export type SealedPlaces = {
  own: SealedPlace | null
  sources: string[]
  reports: string[]
  responses: string[]
}

/** The sealed records of an incident: its own, of its sources, of reports and of what authorities answered. */
export async function sealedPlaces(tx: Tx, incident: string): Promise<SealedPlaces> {
  const { rows } = await tx.execute<{ value: SealedPlaces }>(sql`
    select json_build_object(
      'own', case when i.record_id is not null then json_build_object('record', i.record_id, 'part', i.part_id, 'code', i.code) end,
      'sources', array(select distinct s.record_id from monitoring.sources_for(i.id) s
        where s.record_id is not null and s.record_id is distinct from i.record_id
          and not exists (select from monitoring.imports m where m.umbrella_id = s.umbrella_id and m.record_id = s.record_id)
          and not exists (select from monitoring.reports r where r.umbrella_id = s.umbrella_id and r.record_id = s.record_id)),
      'reports', array(select r.record_id from monitoring.reports_for(i.id) r order by r.id),
      'responses', array(select a.record_id from monitoring.authority_responses a where a.umbrella_id = i.umbrella_id
        and a.incident_id = i.id and a.record_id is not null and a.struck_at is null order by a.month, a.id)) as value
    from monitoring.incidents i where i.umbrella_id = platform.current_umbrella() and i.id = ${incident}`)
  return rows[0]!.value
}
