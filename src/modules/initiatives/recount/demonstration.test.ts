import { expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { loadDemonstration } from '#src/main.ts'
import { testPlatform } from '#tests/platform.ts'
import { exportParts, findExportable } from '../queries/export-decision.ts'
import { recount } from './verify.ts'

it('every decision of the demonstration is confirmed by its export', async () => {
  const platform = await testPlatform()
  await loadDemonstration(platform)
  const { owner, request } = platform.database
  const { rows } = await owner.query<{
    umbrella: string
    number: number
    status: string
    outcome: string | null
  }>(
    'select umbrella_id as umbrella, number, status, outcome from initiatives.decisions order by umbrella_id, number',
  )
  expect(rows.filter(({ status }) => status === 'sealed').length).toBeGreaterThan(1)
  for (const { umbrella, number, outcome } of rows) {
    const text = await inScope(request, { umbrella, account: null }, 'read', async tx => {
      const parts: string[] = []
      for await (const part of exportParts(tx, (await findExportable(tx, number))!)) parts.push(part)
      return parts.join('')
    })
    expect([number, recount(JSON.parse(text))]).toMatchObject([number, { differences: [], outcome }])
  }
})
