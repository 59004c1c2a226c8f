import { describe, expect, it } from 'vitest'
import { hidden, openReportDesk, wholeReport } from '#tests/reports.ts'
import { Visitor } from '#tests/visitor.ts'
import { ReportLimits } from './limits.ts'

const takeUntilRefused = (limits: ReportLimits, place: string | null) => {
  let taken = 0
  while (taken < 1000 && limits.take('reports', place)) taken++
  return taken
}

describe('how often strangers may write', () => {
  it('is counted by network, and one that floods does not silence the others', () => {
    const limits = new ReportLimits()
    expect(takeUntilRefused(limits, '203.0.113.7')).toBe(10)
    expect(limits.take('reports', '203.0.113.8')).toBe(true)
    expect(limits.take('receipts', '203.0.113.7')).toBe(true)
  })

  it('is counted together for people whose network nobody sees', () => {
    expect(takeUntilRefused(new ReportLimits(), null)).toBe(120)
  })
})

it('a report that comes too often is refused with everything that was typed still there', async () => {
  const { stage, at, answer } = await openReportDesk()
  const review = hidden(await answer(wholeReport))
  const send = () => new Visitor(stage).post(at('/report/new'), { kept: review, go: 'next' })
  let last = await send()
  for (let count = 0; last.status === 200 && count < 140; count++) last = await send()
  expect(last.status).toBe(429)
  const html = await last.text()
  expect(html).toContain('Nothing is lost')
  expect(html).toContain('Нам відмовили в житлі.')
})
