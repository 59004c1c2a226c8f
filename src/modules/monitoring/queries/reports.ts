import { rows, type Tx } from '#platform/database/scope.ts'
import { filesOf, type OpenRecord, readParts, type SealedFile } from '#platform/vault/index.ts'
import type { ToldReport } from '../report/answers.ts'
import { type ReportMessage, readMessage } from '../report/message.ts'
import { readAnswers } from '../report/read-answers.ts'

/** Whether some monitor here has a key; otherwise nobody could read a report. */
export async function takesReports(tx: Tx): Promise<boolean> {
  const [answer] = await rows<{ takes: boolean }>(
    tx,
    'monitoring.takes-reports',
    'select monitoring.takes_reports() as takes',
  )
  return answer!.takes
}

/** What was told, as it was sealed. */
export type SealedAnswers = Omit<ToldReport, 'uses'> & { version: 1; locale: string }

/** A report that is open in this request: its answers, the conversation, its files. */
export type ReportInside = { answers: SealedAnswers; messages: ReportMessage[]; files: SealedFile[] }

/** What is in a report, for whoever opened its record with a reason (`openRecord`). */
export async function readReport(tx: Tx, open: OpenRecord): Promise<ReportInside> {
  const parts = await readParts(tx, open, ['answers', 'message'])
  const answers = parts.find(({ name }) => name === 'answers')
  if (!answers) throw new Error('a report has answers')
  return {
    answers: readAnswers(answers.text),
    messages: parts.filter(({ name }) => name === 'message').map(readMessage),
    files: await filesOf(tx, open),
  }
}
