import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginIn } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import {
  affiliate,
  type Coalition,
  enter,
  foundCoalition,
  memberWith,
  type Present,
} from '#tests/coalition.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

// What the database refuses whatever the program thinks: raw SQL of the request role, with no WHERE.
let stage: Stage
let ours: Coalition
let theirs: Coalition
let person: Present

beforeAll(async () => {
  stage = await setStage()
  ours = await foundCoalition(stage, 'ours', { names: ['anna', 'bohdan', 'cecylia'] })
  theirs = await foundCoalition(stage, 'theirs')
  person = await enter(stage, 'person@example.org')
  await affiliate(stage, ours.id, person.id)
})
afterAll(() => stage.close())

async function as<T>(
  account: string | null,
  umbrella: string | null,
  work: (client: pg.PoolClient) => Promise<T>,
) {
  const client = await stage.platform.database.request.connect()
  try {
    await client.query(beginIn({ umbrella, account }, 'write'))
    return await work(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const sees = (account: string | null, umbrella: string | null, text: string) =>
  as(account, umbrella, async client => (await client.query(text)).rows)

const propose = (client: pg.PoolClient, by: string, over: { kind?: string; subject?: string } = {}) =>
  client.query<{ id: string; proposer_members: string[] }>(
    `insert into people.acts (umbrella_id, id, kind, subject_id, payload, reason, proposed_by, proposer_members)
     values (platform.current_umbrella(), $1, $2, $3, '{"role": "monitor"}', 'because', $4, '{}') returning id, proposer_members`,
    [newId(), over.kind ?? 'people.grant_role', over.subject ?? person.id, by],
  )

const switchTo = (client: pg.PoolClient, account: string) =>
  client.query(`SET LOCAL parasol.account = '${account}'`)

const confirm = (client: pg.PoolClient, by: string) =>
  client.query(
    `update people.acts set status = 'confirmed', decided_by = $1, decided_at = now() where status = 'proposed'`,
    [by],
  )

describe('the request role', () => {
  test.each([
    'users',
    'sessions',
    'credentials',
    'verifications',
    'passkeys',
    'two_factors',
    'code_attempts',
    'passphrase_tries',
  ])('reads and writes nothing of accounts.%s', async table => {
    const [anna] = ours.coordinators
    await expect(sees(anna.id, ours.id, `select * from accounts.${table}`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(sees(anna.id, ours.id, `delete from accounts.${table}`)).rejects.toThrow(/permission denied/)
  })

  test.each([
    'insert into people.roles (umbrella_id, id, person_id, role) select platform.current_umbrella(), gen_random_uuid(), platform.current_account(), $$monitor$$',
    'update people.roles set valid_until = null',
    'update people.roles set person_id = platform.current_account()',
    'delete from people.roles',
    'insert into people.administrators (person_id) values (platform.current_account())',
    'delete from people.acts',
    'update people.acts set payload = $${}$$',
    'update people.acts set proposed_by = platform.current_account()',
    'update people.people set id = gen_random_uuid()',
    'delete from people.people',
    'delete from people.affiliations',
    'update people.invitations set payload = $${}$$',
  ])('cannot climb: %s', async statement => {
    const [anna] = ours.coordinators
    await expect(sees(anna.id, ours.id, statement)).rejects.toThrow(/permission denied/)
  })
})

describe('a two-person act', () => {
  test('is proposed by coordinators of the umbrella, in their own name', async () => {
    const [anna, bohdan] = ours.coordinators
    await expect(as(person.id, ours.id, client => propose(client, person.id))).rejects.toThrow(
      /only a coordinator/,
    )
    await expect(as(anna.id, theirs.id, client => propose(client, anna.id))).rejects.toThrow(
      /only a coordinator/,
    )
    await expect(as(anna.id, ours.id, client => propose(client, bohdan.id))).rejects.toThrow(
      /in one's own name/,
    )
  })

  test('is not confirmed by its proposer', async () => {
    const [anna] = ours.coordinators
    const attempt = as(anna.id, ours.id, async client => {
      await propose(client, anna.id)
      await confirm(client, anna.id)
    })
    await expect(attempt).rejects.toThrow(/two_persons|another member/)
  })

  test('is not confirmed in somebody else’s name', async () => {
    const [anna, bohdan] = ours.coordinators
    const attempt = as(anna.id, ours.id, async client => {
      await propose(client, anna.id)
      await confirm(client, bohdan.id)
    })
    await expect(attempt).rejects.toThrow(/in one's own name/)
  })

  test('is not confirmed by somebody of the same member, even if the proposer hides it', async () => {
    const [anna, bohdan] = theirs.coordinators
    const membership = await memberWith(stage, theirs.id, anna.id, bohdan.id)
    const attempt = as(anna.id, theirs.id, async client => {
      const { rows } = await propose(client, anna.id)
      expect(rows[0]!.proposer_members).toEqual([membership])
      await switchTo(client, bohdan.id)
      await confirm(client, bohdan.id)
    })
    await expect(attempt).rejects.toThrow(/another member/)
  })

  test('does nothing before it is confirmed', async () => {
    const [anna] = ours.coordinators
    const attempt = as(anna.id, ours.id, async client => {
      const { rows } = await propose(client, anna.id)
      await client.query('select people.apply_role_act($1)', [rows[0]!.id])
    })
    await expect(attempt).rejects.toThrow(/no confirmed role act/)
  })

  test('is applied by who confirms it, not by a third person', async () => {
    const [anna, bohdan, cecylia] = ours.coordinators
    const attempt = as(anna.id, ours.id, async client => {
      const { rows } = await propose(client, anna.id)
      await switchTo(client, bohdan.id)
      await confirm(client, bohdan.id)
      await switchTo(client, cecylia!.id)
      await client.query('select people.apply_role_act($1)', [rows[0]!.id])
    })
    await expect(attempt).rejects.toThrow(/applied by the one who confirms/)
  })

  test('of another kind gives no role', async () => {
    const [anna, bohdan] = ours.coordinators
    const attempt = as(anna.id, ours.id, async client => {
      const { rows } = await propose(client, anna.id, { kind: 'network.suspend_member' })
      await switchTo(client, bohdan.id)
      await confirm(client, bohdan.id)
      await client.query('select people.apply_role_act($1)', [rows[0]!.id])
    })
    await expect(attempt).rejects.toThrow(/no confirmed role act/)
  })

  test('does not give a role to who confirms it', async () => {
    const [anna, bohdan] = ours.coordinators
    const attempt = as(anna.id, ours.id, async client => {
      const { rows } = await propose(client, anna.id, { subject: bohdan.id })
      await switchTo(client, bohdan.id)
      await confirm(client, bohdan.id)
      await client.query('select people.apply_role_act($1)', [rows[0]!.id])
    })
    await expect(attempt).rejects.toThrow(/role of their own/)
  })

  test('is decided once', async () => {
    const [anna, bohdan] = ours.coordinators
    const attempt = as(anna.id, ours.id, async client => {
      const { rows } = await propose(client, anna.id)
      await switchTo(client, bohdan.id)
      await confirm(client, bohdan.id)
      await client.query(`update people.acts set status = 'refused' where id = $1`, [rows[0]!.id])
    })
    await expect(attempt).rejects.toThrow(/is decided/)
  })
})

describe('the history of roles', () => {
  test('stays, also for the owner of the tables', async () => {
    await expect(stage.platform.database.owner.query('delete from people.roles')).rejects.toThrow(
      /append-only/,
    )
  })

  test('keeps two coordinators, also when two leave at the same moment', async () => {
    const [anna, bohdan, cecylia] = ours.coordinators
    expect(cecylia).toBeDefined()
    const leave = async (account: string) => {
      const client = await stage.platform.database.request.connect()
      try {
        await client.query(beginIn({ umbrella: ours.id, account }, 'write'))
        await client.query('select people.give_up_roles()')
        await client.query('COMMIT')
        return 'left'
      } catch (error) {
        await client.query('ROLLBACK')
        return (error as { constraint?: string }).constraint
      } finally {
        client.release()
      }
    }
    const outcomes = await Promise.all([leave(anna.id), leave(bohdan.id)])
    expect(outcomes.sort()).toEqual(['left', 'two_coordinators_stay'])
  })
})
