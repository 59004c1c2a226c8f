import * as z from 'zod'
import { isRegion } from '#platform/places/index.ts'
import { key, listOf, longestAnswer, reportRules } from '../report/answers.ts'
import { consentUses } from '../report/consent-uses.ts'

const today = () => Temporal.Now.plainDateISO('Europe/Kyiv').toString()

/** What is wrong with the answer to one question; the whole report, or everything that is wrong with it. */
export const { problemsOf, checkReport } = reportRules({ today, isRegion })

export const messageForm = z.object({
  text: z.string().trim().max(longestAnswer).min(1, key('monitoring.report.mailbox.messageMissing')),
})
export const usesForm = z.object({ uses: listOf(consentUses) })
