import { type CastMember, demoPassphrase, type Part } from '#modules/people/index.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import {
  EmptyState,
  Form,
  HiddenField,
  Layout,
  PageHeading,
  Section,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'

const partKeys = {
  coordinator: 'front.demonstration.part.coordinator',
  secondCoordinator: 'front.demonstration.part.secondCoordinator',
  representative: 'front.demonstration.part.representative',
  deputy: 'front.demonstration.part.deputy',
  individual: 'front.demonstration.part.individual',
  partner: 'front.demonstration.part.partner',
  applicant: 'front.demonstration.part.applicant',
  monitor: 'front.demonstration.part.monitor',
  secondMonitor: 'front.demonstration.part.secondMonitor',
  officer: 'front.demonstration.part.officer',
  administrator: 'front.demonstration.part.administrator',
} as const satisfies Record<Part, MessageKey>

type Props = {
  cast: readonly CastMember[]
  umbrellas: readonly UmbrellaFace[]
  chosen: string | null
  to: string
}

/** One button per person of the cast. */
export const DemonstrationPage = ({ cast, umbrellas, chosen, to }: Props) => {
  const { t, rootLink } = usePage()
  const groups = [
    ...umbrellas.map(umbrella => ({ slug: umbrella.slug as string | null, umbrella })),
    { slug: null, umbrella: null },
  ]
  return (
    <Layout title={t('front.demonstration.title')}>
      <PageHeading
        title={t('front.demonstration.title')}
        lead={t('front.demonstration.lead')}
        actions={
          <a class="btn" href={rootLink('/demonstration/mail')}>
            {t('front.demonstration.mail')}
          </a>
        }
      />
      {groups.map(({ slug, umbrella }) => {
        const people = cast.filter(person => person.umbrella === slug && (!chosen || person.key === chosen))
        if (people.length === 0) return null
        return (
          <Section
            title={
              umbrella ? <Text value={umbrella.name} note={false} /> : t('front.demonstration.installation')
            }
          >
            <ul class="cast">
              {people.map(person => (
                <li>
                  <Form action={rootLink('/demonstration/session')}>
                    <HiddenField name="as" value={person.key} />
                    <HiddenField name="to" value={to} />
                    <button class="btn" type="submit">
                      {person.name}: {t(partKeys[person.part])}
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
            {people.some(({ part }) => part === 'monitor') && (
              <p>{t('front.demonstration.passphrase', { passphrase: demoPassphrase })}</p>
            )}
          </Section>
        )
      })}
    </Layout>
  )
}

export type ShownMail = { id: string; subject: string; text: string; sentAt: Temporal.Instant }

/** What would have been mailed to the person who is signed in. */
export const MailPage = ({ mail }: { mail: readonly ShownMail[] }) => {
  const { t, rootLink } = usePage()
  return (
    <Layout title={t('front.demonstration.mail')} width="reading">
      <PageHeading title={t('front.demonstration.mail')} lead={t('front.demonstration.mailLead')} />
      {mail.length === 0 && <EmptyState title={t('front.demonstration.noMail')} />}
      {mail.map(letter => (
        <article class="card-box" id={letter.id}>
          <h2>{letter.subject}</h2>
          <p>
            <Time at={letter.sentAt} />
          </p>
          <pre class="whitespace-pre-wrap">{letter.text}</pre>
        </article>
      ))}
      <p>
        <a href={rootLink('/demonstration')}>{t('front.demonstration.title')}</a>
      </p>
    </Layout>
  )
}
