import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { sealEveryJournal } from '#platform/journal/seal.ts'
import { freshDatabase } from '#tests/database.ts'
import { ask, newVoters, vote } from '#tests/decisions.ts'
import { letTimePass } from '#tests/time-passes.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { advanceDecision } from '../actions/advance-decision.ts'
import { castSecretBallot } from '../actions/cast-secret-ballot.ts'
import { tellResult } from '../emails/result.ts'
import { exportParts, findExportable } from '../queries/export-decision.ts'
import { recount } from './verify.ts'

const database = await freshDatabase()

const write = <T>(umbrella: string, work: Parameters<typeof inScope<T>>[3], account: string | null = null) =>
  inScope(database.request, { umbrella, account }, 'write', work)

const exported = (umbrella: string, number: number) =>
  write(umbrella, async tx => {
    const parts: string[] = []
    for await (const part of exportParts(tx, (await findExportable(tx, number))!)) parts.push(part)
    return JSON.parse(parts.join(''))
  })

const advance = (umbrella: string, decision: string) => write(umbrella, tx => advanceDecision(tx, decision))

async function numberOf(decision: string): Promise<number> {
  const { rows } = await database.owner.query('select number from initiatives.decisions where id = $1', [
    decision,
  ])
  return rows[0].number
}

async function sealJournals() {
  const worker = new pg.Pool(database.worker)
  await sealEveryJournal(worker).finally(() => worker.end())
}

describe('a decision that was sealed', () => {
  it('is confirmed by its export, and its hashes are in the journal and in every mailbox', async () => {
    const umbrella = await newUmbrella(database)
    const voters = await newVoters(database, umbrella, 5)
    const decision = await ask(database, umbrella)
    for (const voter of voters.slice(0, 3))
      expect(await vote(database, umbrella, decision, voter)).toMatchObject({ ok: true })
    await vote(database, umbrella, decision, voters[3]!, 'stand_aside')
    await letTimePass(database, decision, 8 * 24)
    expect(await advance(umbrella, decision)).toBe('crossed')
    await letTimePass(database, decision, 49)
    expect(await advance(umbrella, decision)).toBe('sealed')

    const number = await numberOf(decision)
    const file = await exported(umbrella, number)
    expect(recount(file)).toMatchObject({ differences: [], outcome: 'supported' })
    expect(file.ballots.map((one: { statement: object | null }) => one.statement)).toContainEqual({
      uk: 'Не від нашого імені',
    })

    expect(await write(umbrella, tx => tellResult(tx, decision))).toBe(false)
    await sealJournals()
    expect(await write(umbrella, tx => tellResult(tx, decision))).toBe(true)
    expect(await write(umbrella, tx => tellResult(tx, decision))).toBe(true)
    const { rows } = await database.owner.query(
      `select person_id, values from platform.mail where umbrella_id = $1 and template = 'initiatives.result'`,
      [umbrella],
    )
    expect(rows.map(row => row.person_id).sort()).toEqual(voters.map(({ person }) => person).sort())
    const { fingerprint, sealing } = file
    expect(rows[0].values).toMatchObject({ fingerprint, logHash: sealing.logHash, yes: 3, electorate: 5 })
    const { rows: entries } = await database.owner.query(
      `select detail from platform.journal_entries where umbrella_id = $1 and action = 'initiatives.decision_sealed'`,
      [umbrella],
    )
    expect(entries[0].detail).toMatchObject({ log_hash: sealing.logHash, outcome: 'supported' })
    const { rows: roots } = await database.owner.query(
      `select size || ':' || encode(root, 'hex') as root from platform.journal_roots where umbrella_id = $1`,
      [umbrella],
    )
    expect(roots.map(row => row.root)).toContain(rows[0].values.root)
  })

  it('in secret is confirmed without anybody learning whose ballot is whose', async () => {
    const umbrella = await newUmbrella(database)
    const voters = await newVoters(database, umbrella, 3)
    const decision = await ask(database, umbrella, { kind: 'admission', secret: true })
    for (const [n, { membership, person }] of voters.slice(0, 2).entries()) {
      const cast = await write(
        umbrella,
        tx => castSecretBallot(tx, { decision, membership, choice: n === 0 ? 'yes' : 'no' }),
        person,
      )
      expect(cast.ok).toBe(true)
    }
    const number = await numberOf(decision)
    expect(await exported(umbrella, number)).toMatchObject({ ballots: [], voters: [], sealing: null })
    await letTimePass(database, decision, 22 * 24)
    expect(await advance(umbrella, decision)).toBe('sealed')
    const file = await exported(umbrella, number)
    expect(recount(file)).toMatchObject({ differences: [], outcome: 'not_supported' })
    expect(file.voters).toHaveLength(2)
    expect(Object.keys(file.ballots[0]).sort()).toEqual(['ballot', 'choice'])
    file.ballots[0].choice = file.ballots[0].choice === 'yes' ? 'no' : 'yes'
    expect(recount(file).differences.length).toBeGreaterThan(1)
  })
})
