import type pg from 'pg'
import { shippedCalendar } from '#modules/authorities/deadlines/calendars/shipped.ts'
import { computeDeadline } from '#modules/authorities/deadlines/compute.ts'
import { findRule } from '#modules/authorities/deadlines/rules/shipped.ts'
import { newId } from '#platform/id.ts'

const unguarded = ['communications', 'steps', 'deadlines', 'access'].map(name => `authorities.${name}`)

/**
 * A coalition with a member whose person writes a great many letters to one ministry in the eight weeks before 1 June 2026;
 * every clock still runs. Written past the triggers, which would count each of them. Returns the umbrella.
 */
export async function seedClocks(owner: pg.Pool, count: number): Promise<{ umbrella: string; slug: string }> {
  const [umbrella, person, organisation, membership, body] = [newId(), newId(), newId(), newId(), newId()]
  const slug = `bench-${umbrella}`
  const client = await owner.connect()
  const run = (text: string, values: unknown[] = []) => client.query(text, values)
  try {
    await run('begin')
    await run(
      `insert into platform.umbrellas (id, slug, name, zone, country, demonstration, settled_at)
       values ($1, $2, '{"en": "Bench"}', 'Europe/Kyiv', 'UA', true, now())`,
      [umbrella, slug],
    )
    await run("insert into people.people (id, name, locale) values ($1, 'Bench', 'uk')", [person])
    await run('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [umbrella, person])
    await run(
      `insert into network.organisations (id, kind, name, country, search_key) values ($1, 'association', '{"en": "A"}', 'UA', 'a')`,
      [organisation],
    )
    await run(
      `insert into network.memberships (umbrella_id, id, form, organisation_id, since, admitted_under)
       values ($1, $2, 'collective', $3, '2020-01-01', 'founding')`,
      [umbrella, membership, organisation],
    )
    await run(
      `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status, proposed_by,
         confirmed_by, confirmed_as, confirmed_at)
       values ($1, $2, $3, $4, 'primary', 'minutes', '2020-01-01', 'confirmed', $4, $4, 'founding', now())`,
      [umbrella, newId(), membership, person],
    )
    await run(
      `insert into authorities.bodies (id, kind, name, jurisdiction, level, country, search_key)
       values ($1, 'ministry', '{"en": "A ministry"}', 'UA', 'national', 'UA', 'a ministry')`,
      [body],
    )
    for (const table of unguarded) await run(`alter table ${table} disable trigger user`)
    await run(letters, [umbrella, body, membership, count, JSON.stringify(clocks())])
    for (const table of unguarded) await run(`alter table ${table} enable trigger user`)
    await run('commit')
    for (const table of unguarded) await run(`analyze ${table}`)
  } finally {
    client.release()
  }
  return { umbrella, slug }
}

// As the program counted them: after a correction only what it moves differs.
function clocks() {
  const rule = findRule('ua-appeal-month')!
  const calendar = shippedCalendar('UA')
  const due = (from: Temporal.PlainDate, extended: boolean) => {
    const deadline = computeDeadline(rule, from, calendar, { extended })
    if (!deadline.ok) throw new Error(deadline.reason)
    return String(deadline.due)
  }
  return Array.from({ length: 56 }, (_, n) => {
    const from = Temporal.PlainDate.from('2026-04-06').add({ days: n })
    return { sent_on: String(from), due: due(from, false), cap: due(from, true) }
  })
}

const letters = `
  with file as (
    insert into platform.files (umbrella_id, id, name, media_type, size, sha256)
    values ($1, gen_random_uuid(), 'letter.pdf', 'application/pdf', 1, decode(repeat('00', 32), 'hex')) returning id
  ), numbered as (
    select n, gen_random_uuid() as letter, gen_random_uuid() as step, date '2026-04-06' + n % 56 as sent_on
    from generate_series(1, $4::integer) n
  ), written as (
    insert into authorities.communications (umbrella_id, id, number, kind, body_id, membership_id, through, lang, title, facts, grounds,
      proposals, status, sent_on, sent_at, signatory, letter_id, letter_sha256)
    select $1, letter, n, 'appeal', $2, $3, 'own', 'uk', 'A letter', 'Facts', '[{}]', '["Do"]', 'sent', sent_on, sent_on, 'Somebody',
      (select id from file), decode(repeat('00', 32), 'hex') from numbered
  ), taken as (
    insert into authorities.steps (umbrella_id, communication_id, id, position, kind, side, on_day, status)
    select $1, letter, step, 1, 'sent', 'sender', sent_on, 'sent' from numbered
  )
  insert into authorities.deadlines (umbrella_id, communication_id, id, body_id, rule, rule_version, jurisdiction, calendar_version, from_on,
    first_due_on, due_on, cap_on, proof, started_by)
  select $1, letter, gen_random_uuid(), $2, 'ua-appeal-month', 1, 'UA', 1, sent_on, d.due, d.due, d.cap, '[{}]', step
  from numbered join jsonb_to_recordset($5) d (sent_on date, due date, cap date) using (sent_on)`
