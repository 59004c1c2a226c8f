import { createHash } from 'node:crypto'
import type pg from 'pg'
import { newId } from '#platform/id.ts'
import { searchKey } from '#platform/text/index.ts'
import { randomNumbers, skewed } from './names.ts'
import { seedMembers } from './seed.ts'

/** An umbrella with so many communications, and a public body that got more of them than most. */
export type Written = { id: string; slug: string; communications: number; body: string }

// Numbers that look random and are the same in every run: several from one, by different salts.
const chance = (salt: string, below: number) => `(abs(hashtext(n::text || '${salt}')) % ${below})`
const oneOf = (salt: string, codes: readonly string[]) =>
  `(array[${codes.map(code => `'${code}'`).join(', ')}])[1 + ${chance(salt, codes.length)}]`

const kinds = [
  'violation',
  'appeal',
  'information_request',
  'information_request',
  'recommendation',
  'complaint',
  'draft_act',
]
const directions = ['{prevention}', '{restoration}', '{restoration,education}', '{harmonisation}', '{}']
const topics = [
  '{education}',
  '{language,education}',
  '{housing}',
  '{human-rights}',
  '{health}',
  '{employment}',
  '{}',
]
const results = ['granted', 'partly_granted', 'refused', 'explained', 'explained']
const forms = [
  'own_initiative',
  'submission',
  'explanation_request',
  'visit',
  'reasoned_refusal',
  'consultation',
]

const subjects = [
  'Школа без мови меншини',
  'Житло для родин',
  'Перепис населення',
  'Відмова в паспорті',
  'Вивіски двома мовами',
]
const manners = [
  'бездіяльність органу',
  'відмова в доступі',
  'запит про видатки',
  'порушення строків',
  'нерівне ставлення',
]
const places = [
  'у Львові',
  'в Одесі',
  'у Чернівцях',
  'в Ізмаїлі',
  'у Берегові',
  'у Вінниці',
  'в Ужгороді',
  'у Рівному',
]

const bodyKinds = [
  'Міністерство',
  'Обласна рада',
  'Департамент',
  'Міська рада',
  'Управління поліції',
  'Районний суд',
]

async function findBodies(owner: pg.Pool): Promise<string[]> {
  const known = await owner.query<{ id: string }>(
    "select id from authorities.bodies where website = 'https://bench.example' order by id",
  )
  if (known.rows.length > 0) return known.rows.map(({ id }) => id)
  const ids = Array.from({ length: 300 }, () => newId())
  const names = ids.map((_, n) => `${bodyKinds[n % bodyKinds.length]} ${n + 1}`)
  await owner.query(
    `insert into authorities.bodies (id, kind, name, jurisdiction, level, country, website, search_key)
     select id, 'other', jsonb_build_object('uk', name), 'UA', 'national', 'UA', 'https://bench.example', key
     from unnest($1::uuid[], $2::text[], $3::text[]) as t (id, name, key)`,
    [ids, names, names.map(searchKey)],
  )
  return ids
}

const communications = `
  insert into authorities.communications (umbrella_id, id, number, kind, directions, topics, body_id, membership_id, through, lang, title,
      facts, grounds, proposals, status, resolution, signatory, sent_on, sent_at, letter_id, letter_sha256, answered_on, search_key)
    select $1, gen_random_uuid(), n, ${oneOf('kind', kinds)}, ${oneOf('direction', directions)}::text[], ${oneOf('topic', topics)}::text[],
      ($3::uuid[])[1 + floor(300 * power(${chance('body', 1000)} / 1000.0, 2))::integer],
      case when ${chance('through', 4)} > 0 then ($4::uuid[])[1 + ${chance('member', 200)}] end,
      case when ${chance('through', 4)} > 0 then 'own' else 'coalition' end, 'uk', ($5::text[])[1 + ${chance('title', 200)}] || ' ' || n,
      repeat('Факти. ', 40), '[{}]', '["x"]', case when answered then 'answered' else 'registered' end,
      case when answered then ${oneOf('result', results)} end, 'x', sent, sent, $6, sha256(''),
      case when answered then sent + 1 + ${chance('days', 60)} end, ($7::text[])[1 + ${chance('title', 200)}] || ' ' || n
    from (select n, current_date - 90 - ${chance('day', 1800)} as sent, ${chance('answered', 10)} < 7 as answered
      from generate_series(1, $2) n) made`

const steps = `
  insert into authorities.steps (umbrella_id, communication_id, id, position, kind, side, body_id, on_day, at, response_form, resolution,
      reference, text, file_id, status)
    select $1, c.id, gen_random_uuid(), s.position, s.kind, s.side, case when s.side = 'authority' then c.body_id end, c.sent_on, c.sent_on,
      case when s.kind = 'form_chosen' then (array['${forms.join("', '")}'])[1 + c.number % 6] end,
      case when s.kind = 'answered' then c.resolution end, case when s.kind = 'registered' then c.number::text end, 'x', $2, c.status
    from authorities.communications c, (values (1, 'sent', 'sender'), (2, 'registered', 'authority'), (3, 'form_chosen', 'authority'),
      (4, 'breached', 'program'), (5, 'answered', 'authority')) s (position, kind, side)
    where c.umbrella_id = $1 and case s.kind when 'answered' then c.answered_on is not null when 'form_chosen' then c.answered_on is not null
      when 'breached' then c.number % 9 = 0 else true end`

// Ten letters to each, one of which everybody may read.
const messages = `
  insert into authorities.messages (umbrella_id, communication_id, id, direction, channel, subject, text, prominence, public_text, received_at)
    select $1, c.id, gen_random_uuid(), 'in', 'mail', 'x', 'Доброго дня, повідомляємо про стан розгляду.',
      case when m = 1 then 'public' else 'parties' end, case when m = 1 then 'Доброго дня.' end, c.sent_on + m
    from authorities.communications c, generate_series(1, 10) m where c.umbrella_id = $1`

const guarded = ['communications', 'steps', 'messages']

async function fill(owner: pg.Pool, id: string, count: number): Promise<void> {
  const bodies = await findBodies(owner)
  const members = await owner.query<{ id: string }>(
    'select id from network.memberships where umbrella_id = $1 order by id limit 200',
    [id],
  )
  const random = randomNumbers(count)
  const titles = Array.from(
    { length: 200 },
    () => `${skewed(random, subjects)}: ${skewed(random, manners)} ${skewed(random, places)}`,
  )
  const file = newId()
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(
      "insert into platform.files (umbrella_id, id, name, media_type, size, sha256) values ($1, $2, 'letter.pdf', 'application/pdf', 1, $3)",
      [id, file, createHash('sha256').digest()],
    )
    for (const table of guarded) await client.query(`alter table authorities.${table} disable trigger user`)
    const memberIds = members.rows.map(row => row.id)
    await client.query(communications, [id, count, bodies, memberIds, titles, file, titles.map(searchKey)])
    await client.query(steps, [id, file])
    await client.query(messages, [id])
    for (const table of guarded) await client.query(`alter table authorities.${table} enable trigger user`)
    await client.query('insert into authorities.numbers (umbrella_id, last) values ($1, $2)', [id, count])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  await owner.query(
    'analyze authorities.communications, authorities.steps, authorities.messages, authorities.bodies',
  )
  await owner.query('select authorities.rebuild_register($1)', [id])
  await owner.query(
    'vacuum analyze authorities.register_entries, authorities.register_terms, authorities.register_counts, authorities.body_counts',
  )
}

/** Finds the umbrella with so many communications and ten times the messages in the bench's database, or fills one. */
export async function seedCommunications(owner: pg.Pool, count: number): Promise<Written> {
  const slug = `bench-communications-${count}`
  const found = await owner.query<{ id: string }>('select id from platform.umbrellas where slug = $1', [slug])
  let id = found.rows[0]?.id
  if (!id) {
    id = newId()
    await owner.query(
      `insert into platform.umbrellas (id, slug, name, zone, country, demonstration, settled_at)
       values ($1, $2, $3, 'Europe/Kyiv', 'UA', true, now())`,
      [id, slug, { uk: `Звернення: ${count}`, pl: `Wystąpienia: ${count}`, en: `${count} communications` }],
    )
    await seedMembers(owner, id, 200)
    await fill(owner, id, count)
  }
  const { rows } = await owner.query<{ body: string }>(
    `select value as body from authorities.register_counts where umbrella_id = $1 and facet = 'body' order by n desc, value limit 1`,
    [id],
  )
  return { id, slug, communications: count, body: rows[0]!.body }
}
