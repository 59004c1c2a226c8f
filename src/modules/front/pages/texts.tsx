import type { MessageKey } from '#platform/i18n/index.ts'
import { Layout, PageHeading, Section, usePage } from '#ui/index.ts'

type TextPage = { title: MessageKey; lead: MessageKey; parts: { title: MessageKey; text: MessageKey }[] }

/** The pages every footer leads to. Plain words, kept true by whoever changes what they promise. */
export const textPages = {
  about: {
    title: 'front.about.title',
    lead: 'front.about.lead',
    parts: [
      { title: 'front.about.who.title', text: 'front.about.who.text' },
      { title: 'front.about.how.title', text: 'front.about.how.text' },
      { title: 'front.about.name.title', text: 'front.about.name.text' },
    ],
  },
  accessibility: {
    title: 'front.accessibility.title',
    lead: 'front.accessibility.lead',
    parts: [
      { title: 'front.accessibility.done.title', text: 'front.accessibility.done.text' },
      { title: 'front.accessibility.tell.title', text: 'front.accessibility.tell.text' },
    ],
  },
  privacy: {
    title: 'front.privacy.title',
    lead: 'front.privacy.lead',
    parts: [
      { title: 'front.privacy.visitors.title', text: 'front.privacy.visitors.text' },
      { title: 'front.privacy.people.title', text: 'front.privacy.people.text' },
      { title: 'front.privacy.journal.title', text: 'front.privacy.journal.text' },
      { title: 'front.privacy.rights.title', text: 'front.privacy.rights.text' },
    ],
  },
} as const satisfies Record<string, TextPage>

export type TextName = keyof typeof textPages

export const TextPageView = ({ name }: { name: TextName }) => {
  const { t } = usePage()
  const page: TextPage = textPages[name]
  return (
    <Layout title={t(page.title)} width="reading" indexed>
      <PageHeading title={t(page.title)} lead={t(page.lead)} />
      {page.parts.map(part => (
        <Section title={t(part.title)}>
          <p>{t(part.text)}</p>
        </Section>
      ))}
    </Layout>
  )
}

/** AGPL section 13: whoever uses the program over a network is offered its source. */
export const SourcePage = ({ version, archive }: { version: string; archive: boolean }) => {
  const { t, rootLink } = usePage()
  return (
    <Layout title={t('front.source.title')} width="reading">
      <PageHeading title={t('front.source.title')} lead={t('front.source.lead', { version })} />
      {archive ? (
        <a class="btn btn-primary" href={rootLink('/source.tar.gz')} download>
          {t('front.source.download')}
        </a>
      ) : (
        <p>{t('front.source.ask')}</p>
      )}
    </Layout>
  )
}
