import type { FormValues } from '#platform/http/form.ts'
import { type FieldRead, keepInField, readField } from '#platform/http/kept-field.ts'
import type { Platform } from '#platform/platform.ts'
import { newReceipt } from '#platform/vault/index.ts'
import type { Step } from './steps.ts'

const hour = 3_600_000

/** A file that was handed in before the report is submitted. */
export type KeptFile = { id: string; name: string }

/**
 * A report that is being written. It lives in the page alone. Its id and receipt are drawn at the beginning, so that a form
 * that is sent twice on a bad connection makes one report, and its receipt is not lost with the first answer.
 */
export type ReportInHand = {
  id: string
  receipt: string
  step: Step
  values: FormValues
  files: KeptFile[]
  /** Milliseconds; answers and files are good until then. */
  until: number
}

type Place = { platform: Platform; umbrella: { id: string } }

export const beginReport = (): ReportInHand => ({
  id: crypto.randomUUID(),
  receipt: newReceipt(),
  step: 'whose',
  values: {},
  files: [],
  until: Date.now() + 24 * hour,
})

export const keepReport = ({ platform, umbrella }: Place, report: ReportInHand): Promise<string> =>
  keepInField(platform, ['report', umbrella.id], report, report.until)

export const readReport = ({ platform, umbrella }: Place, field: string): Promise<FieldRead<ReportInHand>> =>
  readField(platform, ['report', umbrella.id], field)

/** An open mailbox. `turn` tells one form of it from the next: sent twice, it writes once. */
export type MailboxInHand = { receipt: string; turn: string }

/** For an hour from now: a phone changes hands. */
export const keepMailbox = ({ platform, umbrella }: Place, receipt: string): Promise<string> =>
  keepInField<MailboxInHand>(
    platform,
    ['mailbox', umbrella.id],
    { receipt, turn: crypto.randomUUID() },
    Date.now() + hour,
  )

export const readMailboxField = (
  { platform, umbrella }: Place,
  field: string,
): Promise<FieldRead<MailboxInHand>> => readField(platform, ['mailbox', umbrella.id], field)
