import type { FormValues } from '#platform/http/form.ts'
import type { Sealing } from '../report/seal-report.ts'
import type { Step } from '../report/steps.ts'
import type { ReportSending } from './send-report.ts'

/** A report while it is written. It is in this page's memory and nowhere else. */
export type ReportInPage = {
  sealing: Sealing
  sending: ReportSending
  step: Step
  values: FormValues
  files: File[]
}

let carried: ReportInPage | null = null

/** Hands the report to the page in another language that is about to take the place of this one. */
export const carry = (report: ReportInPage): void => {
  carried = report
}

/** The report that was handed on, once. */
export function takeCarried(): ReportInPage | null {
  const report = carried
  carried = null
  return report
}
