import { expect, test } from 'vitest'
import { type Viewer, visitor } from '#platform/http/viewer.ts'
import { freshDatabase } from '#tests/database.ts'
import { statuses } from '../schema/communications.ts'
import { type StepKind, stepKinds } from '../schema/steps.ts'
import { stepForms } from '../steps/step-forms.ts'
import { canTakeStep, canWrite, type StepFace } from './steps.ts'

const database = await freshDatabase()

async function possibleFrom(status: string): Promise<StepKind[]> {
  const { rows } = await database.owner.query<{ kind: StepKind }>(
    'select k as kind from unnest($2::text[]) k where authorities.next_status($1, k) is not null',
    [status, stepKinds],
  )
  return rows.map(({ kind }) => kind)
}

const coordinator: Viewer = { ...visitor, account: 'a', roles: ['coordinator'] }
const nobody = { isSender: false, isOfficer: false, isReadingOfficer: false, hasOfficers: true }

const who: Record<string, { viewer: Viewer; face: Omit<StepFace, 'possible'> }> = {
  visitor: { viewer: visitor, face: nobody },
  coordinator: { viewer: coordinator, face: nobody },
  sender: { viewer: visitor, face: { ...nobody, isSender: true } },
  officer: { viewer: visitor, face: { ...nobody, isOfficer: true, isReadingOfficer: true } },
  'officer who passed it on': { viewer: visitor, face: { ...nobody, isReadingOfficer: true } },
  'coordinator, body on paper': { viewer: coordinator, face: { ...nobody, hasOfficers: false } },
  'sender, body on paper': { viewer: visitor, face: { ...nobody, isSender: true, hasOfficers: false } },
}

const authority: Record<string, string[]> = {
  sent: ['registration', 'answer', 'extension', 'forwarding', 'return', 'correction'],
  registered: ['response-form', 'answer', 'clarification', 'extension', 'forwarding', 'return', 'correction'],
  clarifying: ['response-form', 'answer', 'extension', 'correction'],
  considering: ['response-form', 'answer', 'measures', 'result', 'clarification', 'extension', 'correction'],
  forwarded: ['registration', 'answer', 'correction'],
  returned: ['correction'],
  answered: ['answer', 'measures', 'result', 'correction'],
  closed: ['result', 'correction'],
  withdrawn: ['correction'],
}
const sender: Record<string, string[]> = {
  sent: ['closing', 'reminder', 'retraction', 'own-correction'],
  registered: ['closing', 'reminder', 'retraction', 'own-correction'],
  clarifying: ['supplement', 'closing', 'retraction', 'own-correction'],
  considering: ['closing', 'reminder', 'retraction', 'own-correction'],
  forwarded: ['closing', 'reminder', 'retraction', 'own-correction'],
  returned: ['closing', 'own-correction'],
  answered: ['closing', 'own-correction'],
  closed: ['own-correction'],
  withdrawn: ['own-correction'],
}
const allowed: Record<string, Record<string, string[]>[]> = {
  officer: [authority],
  sender: [sender],
  'coordinator, body on paper': [authority],
  'sender, body on paper': [authority, sender],
}

const sent = statuses.filter(status => status !== 'draft' && status !== 'signing')

test.each(sent.flatMap(status => Object.keys(who).map(role => [role, status] as const)))(
  'a %s may take these steps of a letter that is %s',
  async (role, status) => {
    const { viewer, face } = who[role]!
    const possible = await possibleFrom(status)
    const may = stepForms
      .filter(step => canTakeStep(viewer, { ...face, possible }, step))
      .map(({ path }) => path)
    const expected = (allowed[role] ?? []).flatMap(table => table[status]!)
    expect(may.sort()).toEqual(expected.sort())
  },
)

test('writing is for both sides, also for a body that passed the letter on', () => {
  const may = Object.entries(who).filter(([, { face }]) => canWrite({ ...face, possible: [] }))
  expect(may.map(([role]) => role)).toEqual([
    'sender',
    'officer',
    'officer who passed it on',
    'sender, body on paper',
  ])
})
