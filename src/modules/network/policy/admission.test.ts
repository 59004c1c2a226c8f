import { describe, expect, test } from 'vitest'
import { type Capacity, type Viewer, visitor } from '#platform/http/viewer.ts'
import { type ApplicationStatus, applicationStatuses } from '../schema/admission.ts'
import {
  canAnswerApplication,
  canSeeApplication,
  canWithdrawApplication,
  canWithdrawObjection,
  canWriteDraft,
} from './admission.ts'

const acting = (form: Capacity['form'], mandate: Capacity['mandate'] = 'deputy'): Capacity => ({
  membership: `a ${form}`,
  organisation: null,
  form,
  mandate,
})

const person = (over: Partial<Viewer>): Viewer => ({ ...visitor, account: 'somebody', ...over })

const viewers = {
  visitor,
  stranger: person({}),
  applicant: person({ account: 'applicant' }),
  member: person({ capacities: [acting('collective')] }),
  individual: person({ capacities: [acting('individual', 'self')] }),
  partner: person({ capacities: [acting('agreement', 'primary')] }),
  coordinator: person({ roles: ['coordinator'] }),
  'applicant who acts for a member': person({ account: 'applicant', capacities: [acting('collective')] }),
  'applicant who coordinates': person({ account: 'applicant', roles: ['coordinator'] }),
  administrator: person({ administrator: true }),
} satisfies Record<string, Viewer>

type Role = keyof typeof viewers
type Rule = (viewer: Viewer, application: { status: ApplicationStatus; applicantId: string }) => boolean

const inside: Role[] = [
  'member',
  'individual',
  'partner',
  'coordinator',
  'applicant who acts for a member',
  'applicant who coordinates',
]
const applicants: Role[] = ['applicant', 'applicant who acts for a member', 'applicant who coordinates']
const submitted: ApplicationStatus[] = ['published', 'contested', 'admitted', 'refused', 'withdrawn']
const objection = { membershipId: 'a collective', withdrawnAt: null }

/** Who may, by state; in every state that is not named, nobody. */
const table: [string, Rule, Partial<Record<ApplicationStatus, Role[]>>][] = [
  [
    'see it',
    canSeeApplication,
    {
      draft: applicants,
      ...Object.fromEntries(submitted.map(status => [status, [...new Set([...inside, ...applicants])]])),
    },
  ],
  ['write it', canWriteDraft, { draft: applicants }],
  ['withdraw it', canWithdrawApplication, { published: applicants, contested: applicants }],
  ['answer it', canAnswerApplication, { published: ['member', 'individual'] }],
  [
    'withdraw the member’s objection',
    (viewer, application) => canWithdrawObjection(viewer, application, objection),
    { published: ['member', 'applicant who acts for a member'] },
  ],
]

describe.each(table)('who may %s', (_what, rule, allowed) => {
  test.each(applicationStatuses)('%s', status => {
    const roles = Object.keys(viewers) as Role[]
    const may = roles.filter(role => rule(viewers[role], { status, applicantId: 'applicant' }))
    expect(may.sort()).toEqual([...(allowed[status] ?? [])].sort())
  })
})

test('a withdrawn objection is not withdrawn again', () => {
  const gone = { ...objection, withdrawnAt: '2026-01-01' }
  expect(canWithdrawObjection(viewers.member, { status: 'published', applicantId: 'x' }, gone)).toBe(false)
})
