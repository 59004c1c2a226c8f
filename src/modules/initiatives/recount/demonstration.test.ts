import { beforeAll, describe, expect, it } from 'vitest'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { inScope } from '#platform/database/scope.ts'
import { verifyJournal } from '#platform/journal/verify.ts'
import type { Platform } from '#platform/platform.ts'
import { demonstrationPlatform } from '#tests/demonstration.ts'
import { exportParts, findExportable } from '../queries/export-decision.ts'
import { recount } from './verify.ts'

describe('the demonstration', () => {
  let platform: Platform
  const all = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await platform.database.owner.query<T>(text, values)).rows

  beforeAll(async () => {
    platform = await demonstrationPlatform()
  })

  it('has decisions each of which is confirmed by its export', async () => {
    const rows = await all<{ umbrella: string; number: number; status: string; outcome: string | null }>(
      'select umbrella_id as umbrella, number, status, outcome from initiatives.decisions order by umbrella_id, number',
    )
    expect(rows.filter(({ status }) => status === 'sealed').length).toBeGreaterThan(1)
    for (const { umbrella, number, outcome } of rows) {
      const scope = { umbrella, account: null }
      const text = await inScope(platform.database.request, scope, 'read', async tx => {
        const parts: string[] = []
        for await (const part of exportParts(tx, (await findExportable(tx, number))!)) parts.push(part)
        return parts.join('')
      })
      expect([number, recount(JSON.parse(text))]).toMatchObject([number, { differences: [], outcome }])
    }
  })

  it('carries the initiatives that the coalition is known for, in different stages', async () => {
    const rows = await all<{ title: string; stage: string }>(
      `select i.title ->> 'en' as title, coalesce(r.status, i.status) as stage from initiatives.initiatives i
       left join initiatives.realisations r on r.umbrella_id = i.umbrella_id and r.initiative_id = i.id
       where i.umbrella_id = $1`,
      [demoUmbrellaId('international-union')],
    )
    const stageOf = (words: RegExp) => rows.find(({ title }) => words.test(title))?.stage
    expect({
      commission: stageOf(/interdepartmental commission against xenophobia/i),
      house: stageOf(/house of nations/i),
      strategy: stageOf(/strategy.*tolerance|tolerance.*strategy/i),
      football: stageOf(/football without hatred and racism/i),
    }).toEqual({ commission: 'stalled', house: 'discussion', strategy: 'decision', football: 'running' })
  })

  it('shows a doubted mandate and a vote on paper with its evidence', async () => {
    const [seen] = await all<{ doubts: number; papers: number }>(
      `select (select count(*)::integer from initiatives.challenges where settled_at is null) as doubts,
         (select count(*)::integer from initiatives.ballots b join platform.files f on f.umbrella_id = b.umbrella_id
            and f.id = b.evidence_file_id where b.channel = 'paper' and b.confirmed_at is not null) as papers`,
    )
    expect(seen).toEqual({ doubts: 1, papers: 1 })
  })

  it('has work that stalled weeks ago, as its journal tells too', async () => {
    const [work] = await all<{ umbrella: string; since: number; told: number; due: number }>(
      `select r.umbrella_id as umbrella, (now()::date - r.stalled_at::date) as since, (now()::date - r.report_due_at::date) as due,
         (select now()::date - e.recorded_at::date from platform.journal_entries e where e.umbrella_id = r.umbrella_id
            and e.subject_id = r.id and e.action = 'initiatives.realisation_stalled') as told
       from initiatives.realisations r where r.status = 'stalled'`,
    )
    const { umbrella, since, told, due } = work!
    expect(since).toBeGreaterThanOrEqual(21)
    expect(told).toBe(since)
    expect(due).toBeGreaterThanOrEqual(since)
    const client = await platform.database.owner.connect()
    try {
      await client.query('select platform.journal_seal($1, 100000)', [umbrella])
      expect((await verifyJournal(client, umbrella, [])).findings).toEqual([])
    } finally {
      client.release()
    }
  })
})
