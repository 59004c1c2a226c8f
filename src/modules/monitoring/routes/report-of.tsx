import type { vaultIfOpen } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { SealBroken } from '#platform/vault/index.ts'
import { type OpenedReport, openReport } from '../actions/open-reports.ts'
import { ReportedPage, type ReportedProps } from '../pages/reported.tsx'
import { namedOpenings } from '../queries/openings.ts'
import { type ReportFacts, reportFacts } from '../queries/report-list.ts'
import type { C } from './incident-of.ts'

type Shown = Pick<ReportedProps, 'opened' | 'refusal' | 'form'>

/** The report in the address. */
export const reportOf = async (c: C, tx: Tx): Promise<ReportFacts> => found(await reportFacts(tx, idParam(c)))

const pageFacts = async (c: C, tx: Tx) => {
  const facts = await reportOf(c, tx)
  return { ...facts, openings: await namedOpenings(tx, facts.report.recordId) }
}

/** The page of the report, closed. */
export async function showReport(c: C, status: 200 | 409 | 422 = 200, shown: Shown = {}) {
  const facts = await c.var.read(tx => pageFacts(c, tx))
  return c.var.page(<ReportedPage {...facts} {...shown} />, { status })
}

type Unlocked = NonNullable<Awaited<ReturnType<typeof vaultIfOpen>>>

/** The page of the report as it is open in this one answer. */
export async function showOpened(
  c: C,
  vault: Unlocked,
  reason: string,
  shown: Shown = {},
  status: 200 | 422 = 200,
) {
  const facts = await c.var.write(async tx => {
    const { report } = await reportOf(c, tx)
    const opened = { report: await openReport(tx, vault, report.recordId, reason), reason }
    return { ...(await pageFacts(c, tx)), opened }
  })
  return c.var.page(<ReportedPage {...facts} {...shown} />, { status })
}

// What a browser sealed is seen here for the first time.
function unlessBroken(error: unknown): null {
  if (error instanceof SealBroken) return null
  throw error
}

/**
 * What a form on an opened page needs: the report open once more. Null where this person's key does not open it, or what is
 * wanted of it is damaged.
 */
export async function withOpened<T>(
  c: C,
  vault: Unlocked,
  reason: string,
  work: (tx: Tx, facts: ReportFacts, opened: OpenedReport) => Promise<T>,
): Promise<T | null> {
  return c.var.write(async tx => {
    const facts = await reportOf(c, tx)
    const opened = await openReport(tx, vault, facts.report.recordId, reason)
    return opened && work(tx, facts, opened).catch(unlessBroken)
  })
}
