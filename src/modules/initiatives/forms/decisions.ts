import * as z from 'zod'
import { optionalText, requiredText } from '#modules/network/index.ts'
import { key } from '#platform/i18n/index.ts'
import { choices, enteredChannels } from '../schema/decisions.ts'
import { membershipField } from './initiative.ts'
import { words } from './proposals.ts'

const vote = {
  membership: membershipField,
  choice: z.enum(choices, key('initiatives.ballot.choiceMissing')),
  statement: optionalText(4000),
}

// Standing aside means «not in our name»: without a word nobody would know what it is about.
const saysWhy = ({ choice, statement }: { choice?: string; statement?: string | null }) =>
  choice !== 'stand_aside' || Boolean(statement)
const why = {
  path: ['statement'],
  message: key('initiatives.ballot.statementMissing'),
  when: () => true,
}

/** A vote of a member, by somebody who acts for it. */
export const voteForm = z.object(vote).refine(saysWhy, why)

/** A vote that came otherwise, as a coordinator enters it; the evidence is a file beside the form. */
export const enteredVoteForm = z
  .object({ ...vote, channel: z.enum(enteredChannels, key('initiatives.ballot.channelMissing')) })
  .refine(saysWhy, why)

/** A partner's support. */
export const supportForm = z.object({ membership: membershipField, statement: optionalText(4000) })

/** A doubt about a mandate: whose vote, and who doubts. */
export const mandateChallengeForm = z.object({
  elector: z.uuid(),
  membership: membershipField,
  reasons: z.string().trim().max(4000).min(20, key('initiatives.form.reasonsShort')),
})

export const settlementForm = z.object({
  finding: z.enum(['uphold', 'dismiss'], key('initiatives.challenge.findingMissing')),
  reason: requiredText(4000),
})

/** Why two coordinators act, or for which member somebody does. */
export const actReasonForm = z.object({ reason: requiredText(4000) })
export const backingForm = z.object({ membership: membershipField })

/** What is new since the members decided, and for which member somebody asks again. */
export const newsForm = z.object({ news: words(4000) })
export const askingAgainForm = newsForm.extend({ membership: membershipField })
