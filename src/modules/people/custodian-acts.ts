import * as z from 'zod'
import type { Act, ActDefinition } from '#platform/http/module.ts'
import { appointCustodians } from '#platform/vault/index.ts'
import { facesOf } from './queries/recovery.ts'
import { personWord } from './role-words.ts'

const payload = z.object({ custodians: z.array(z.uuid()).length(3) })

const chosen = (act: Act) => payload.parse(act.payload).custodians

/** Who keeps the shares of the recovery key is decided by two coordinators of different members. */
export const custodianActs: ActDefinition[] = [
  {
    kind: 'people.appoint_custodians',
    label: 'people.vault.act.appoint',
    describe: async (tx, act, i18n) => {
      const people = (await facesOf(tx, chosen(act))).map(person => personWord(i18n, person))
      return { values: { people: i18n.list(people) }, path: '/vault/recovery' }
    },
    apply: (tx, act) => appointCustodians(tx, chosen(act)),
  },
]
