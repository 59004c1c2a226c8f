import * as z from 'zod'
import { teamKinds } from '../policy.ts'

/** `monitor 0192…`: a team and somebody of it, as one choice. */
const recipient = z.string().transform((text, context) => {
  const [kind, person] = text.split(' ', 2)
  const team = teamKinds.find(known => known === kind)
  if (team && person && z.uuid().safeParse(person).success) return { team, person }
  context.addIssue({ code: 'custom', message: 'people.form.choosePerson' })
  return z.NEVER
})

/** For whom a team's keys are to be recovered. */
export const recoveryForm = z.object({ recipient })

/** Who shall keep the shares of the recovery key. */
export const custodiansForm = z.object({
  custodians: z.array(z.uuid(), 'people.vault.recovery.three').length(3, 'people.vault.recovery.three'),
  reason: z.string().trim().min(1).max(4000),
})
