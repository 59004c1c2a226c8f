import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { FormValues } from '#platform/http/form.ts'
import type { Platform } from '#platform/platform.ts'
import { objectToApplication, readApplication } from '../actions/answer-application.ts'
import { readSubmission } from '../actions/read-submission.ts'
import { saveDraft } from '../actions/save-draft.ts'
import { submitApplication } from '../actions/submit-application.ts'
import type { Form } from '../schema/memberships.ts'
import { demoMembershipId } from './install.ts'

const as = <T>(platform: Platform, slug: string, person: string, work: (tx: Tx) => Promise<T>) =>
  inScope(
    platform.database.request,
    { umbrella: demoUmbrellaId(slug), account: demoPersonId(person) },
    'write',
    work,
  )

type Story = {
  slug: string
  applicant: string
  form: Form
  locale: string
  values: FormValues
  draft?: boolean
}

/** Writes an application the way its applicant does; a story that the program refuses is a bug of the demonstration. */
async function apply(
  platform: Platform,
  { slug, applicant, form, locale, values, draft }: Story,
): Promise<string> {
  const umbrella = demoUmbrellaId(slug)
  return as(platform, slug, applicant, async tx => {
    const { id } = await saveDraft(tx, { form, locale, values, file: null })
    if (draft) return id
    const read = await readSubmission(tx, { umbrella, form, values })
    if (!read.ok) throw new Error(`the story of ${applicant}: ${JSON.stringify(read.problems)}`)
    const outcome = await submitApplication(tx, id, read.submission)
    if (!outcome.ok) throw new Error(`the story of ${applicant}: ${outcome.reason}`)
    return id
  })
}

const lantern: Story = {
  slug: 'international-union',
  applicant: 'international-union.applicant',
  form: 'collective',
  locale: 'uk',
  values: {
    'name:uk': 'Ромська молодіжна група «Вогник» (демо)',
    'name:en': 'Roma Youth Group “Spark” (demo)',
    'about:uk': 'Двадцять підлітків і троє дорослих: навчання після школи, екскурсії, рукоділля.',
    kind: 'informal-group',
    communities: ['roma'],
    languages: ['uk', 'rmy'],
    fields: ['youth', 'education'],
    level: 'local',
    country: 'UA',
    region: 'UA-51',
    town: 'Ізмаїл',
    decision: 'Збори групи 2 листопада: усі за',
  },
}

const partner: Story = {
  slug: 'komm',
  applicant: 'lublin-bialystok.representative',
  form: 'collective',
  locale: 'pl',
  values: {
    'name:pl': 'Krąg kobiet somalijskich „Kadzidło” (demo)',
    'name:en': 'Circle of Somali Women “Incense” (demo)',
    kind: 'informal-group',
    communities: ['somali'],
    languages: ['so', 'pl'],
    fields: ['women', 'integration'],
    level: 'local',
    country: 'PL',
    region: 'PL-06',
    town: 'Lublin',
    decision: 'Spotkanie 12 kobiet, jednogłośnie',
  },
}

const draft: Story = {
  slug: 'ombudsman-ua',
  applicant: 'international-union.applicant',
  form: 'individual',
  locale: 'uk',
  values: { 'name:uk': 'Ліля (демо)', communities: ['roma'], country: 'UA', region: 'UA-51', town: 'Ізмаїл' },
  draft: true,
}

/** What goes on in the coalitions: applications being looked at, one objected to, one not finished. */
export async function installLife(platform: Platform): Promise<void> {
  const spark = await apply(platform, lantern)
  await as(platform, 'international-union', 'international-union.secondCoordinator', tx =>
    readApplication(tx, {
      application: spark,
      membership: demoMembershipId('international-union', 'armenian-kharkiv'),
    }),
  )
  const incense = await apply(platform, partner)
  await as(platform, 'komm', 'komm.representative', tx =>
    objectToApplication(tx, {
      application: incense,
      membership: demoMembershipId('komm', 'lemko-legnica'),
      reasons:
        'Działają poza czterema województwami projektu; prosimy najpierw o rozmowę o zasięgu koalicji.',
    }),
  )
  await apply(platform, draft)
}
