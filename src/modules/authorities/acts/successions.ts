import * as z from 'zod'
import type { ActDefinition } from '#platform/http/module.ts'
import { stateSuccession } from '../actions/keep-body.ts'
import { bodyName } from '../queries/officers.ts'

const payload = z.object({ successor: z.uuid(), since: z.iso.date(), ground: z.string() })

/** Two coordinators name who goes on with the work of a body that nobody answers for here: its letters are opened to them. */
export const nameSuccessorAct: ActDefinition = {
  kind: 'authorities.name_successor',
  label: 'authorities.body.successorAct',
  describe: async (tx, act, i18n) => {
    const { successor, since } = payload.parse(act.payload)
    const values = {
      body: i18n.text(await bodyName(tx, act.subject)).value,
      successor: i18n.text(await bodyName(tx, successor)).value,
      since: i18n.date(since),
    }
    return { values, path: `/bodies/${act.subject}` }
  },
  apply: (tx, act) => stateSuccession(tx, { body: act.subject, ...payload.parse(act.payload) }),
}
