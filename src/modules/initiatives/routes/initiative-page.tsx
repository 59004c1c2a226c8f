import type { Tx } from '#platform/database/scope.ts'
import type { FormResult } from '#platform/http/form.ts'
import { idQuery } from '#platform/http/params.ts'
import type { RefusalShown } from '#ui/index.ts'
import { askableFrom } from '../actions/ask-members.ts'
import { DecisionBox } from '../pages/decision-box.tsx'
import { InitiativePage, type InitiativePageProps } from '../pages/initiative.tsx'
import { canOpenDecision } from '../policy/initiatives.ts'
import { readDiscussion } from '../queries/discussion.ts'
import { standingOfKey } from '../queries/standing.ts'
import { type C, initiativeOf, languageQuery, ownMembers } from './initiative-of.ts'

async function read(c: C, tx: Tx) {
  const initiative = await initiativeOf(c, tx)
  const discussion = await readDiscussion(tx, initiative.id, idQuery(c, 'after'))
  const members = await ownMembers(c, tx)
  const waits = initiative.discussionSince !== null && canOpenDecision(c.var.viewer, initiative)
  return {
    ...{ initiative, discussion, members },
    standing: initiative.decisionId ? await standingOfKey(tx, initiative.decisionId) : undefined,
    askableFrom: waits ? await askableFrom(tx, initiative.discussionSince ?? '') : null,
  }
}

/** The page of the initiative, with what a form on it was told. */
export async function showInitiative(
  c: C,
  status: 200 | 409 | 422 = 200,
  shown: Pick<InitiativePageProps, 'told' | 'refusal' | 'unmet'> = {},
) {
  const { standing, ...found } = await c.var.read(tx => read(c, tx))
  return c.var.page(
    <InitiativePage
      {...found}
      {...shown}
      viewer={c.var.viewer}
      language={languageQuery(c)}
      decision={standing && <DecisionBox standing={standing} />}
    />,
    { status },
  )
}

/** The page again with what the form of this name was told. */
export const showAgain = (
  c: C,
  form: string,
  { values, ...read }: FormResult<unknown>,
  refusal?: RefusalShown,
) =>
  showInitiative(c, refusal ? 409 : 422, {
    told: { form, values, problems: 'problems' in read ? read.problems : [] },
    ...(refusal ? { refusal } : {}),
  })
