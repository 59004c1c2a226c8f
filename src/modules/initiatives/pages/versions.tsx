import { Written } from '#modules/network/index.ts'
import {
  Badge,
  Button,
  Form,
  Layout,
  PageHeading,
  Section,
  SelectField,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { type InitiativeText, inLanguage } from '../initiative-text.ts'
import { versionWords } from '../initiative-words.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import type { VersionLine } from '../queries/versions.ts'
import { Comparison } from './comparison.tsx'
import { Speaker } from './speaker.tsx'

type Props = {
  initiative: InitiativeView
  versions: readonly VersionLine[]
  /** What is compared: two versions in one language; null while there is one version only. */
  compared: { from: number; to: number; locale: string; before: InitiativeText; after: InitiativeText } | null
}

const Choice = ({ initiative, versions, compared }: Props) => {
  const { i18n, link, t } = usePage()
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: t('initiatives.version.numbered', { version: i18n.number(version) }),
  }))
  const languages = Object.keys(initiative.title)
  return (
    <Form
      id="compare"
      action={link(`/initiatives/${initiative.number}/versions`)}
      method="get"
      values={{
        from: String(compared?.from ?? ''),
        to: String(compared?.to ?? ''),
        text: compared?.locale ?? initiative.authoritative,
      }}
    >
      <div class="filter-fields">
        <SelectField
          name="from"
          label={t('initiatives.compare.from')}
          options={options}
          empty={null}
          required
        />
        <SelectField name="to" label={t('initiatives.compare.to')} options={options} empty={null} required />
        {languages.length > 1 && (
          <SelectField
            name="text"
            label={t('initiatives.compare.language')}
            options={languages.map(tag => ({ value: tag, label: i18n.language(tag) }))}
            empty={null}
            required
          />
        )}
      </div>
      <Button>{t('initiatives.compare.show')}</Button>
    </Form>
  )
}

const History = ({ initiative, versions }: Pick<Props, 'initiative' | 'versions'>) => {
  const { i18n, link, t } = usePage()
  return (
    <Timeline
      label={t('initiatives.version.title')}
      moments={versions.map(line => ({
        title: (
          <>
            <a
              href={link(
                `/initiatives/${initiative.number}/versions?to=${line.version}&from=${Math.max(1, line.version - 1)}`,
              )}
            >
              {t('initiatives.version.numbered', { version: i18n.number(line.version) })}
            </a>{' '}
            <Badge>{t(versionWords[line.kind])}</Badge>
          </>
        ),
        when: <Time at={line.madeAt} />,
        state: line.version === initiative.version ? ('now' as const) : ('done' as const),
        children: (
          <>
            <p class="muted">
              <Speaker name={line.member} />
              {line.round > 1 && <> · {t('initiatives.course.round', { round: i18n.number(line.round) })}</>}
            </p>
            {line.note && <Written text={line.note} locale={line.noteLocale ?? undefined} />}
          </>
        ),
      }))}
    />
  )
}

/** Every version of a text, and any two of them side by side. */
export const VersionsPage = (props: Props) => {
  const { i18n, t } = usePage()
  const { initiative, versions, compared } = props
  const numbered = (version: number) => t('initiatives.version.numbered', { version: i18n.number(version) })
  return (
    <Layout
      title={t('initiatives.version.title')}
      crumbs={[
        { label: t('initiatives.list.title'), path: '/initiatives' },
        { label: i18n.text(initiative.title).value, path: `/initiatives/${initiative.number}` },
      ]}
      indexed
    >
      <PageHeading
        title={t('initiatives.version.title')}
        kicker={i18n.text(initiative.title).value}
        lead={t('initiatives.version.lead')}
      />
      {compared && (
        <Section title={t('initiatives.compare.title')}>
          <Choice {...props} />
          <Comparison
            before={inLanguage(compared.before, compared.locale)}
            after={inLanguage(compared.after, compared.locale)}
            locale={compared.locale}
            labels={{ before: numbered(compared.from), after: numbered(compared.to) }}
          />
        </Section>
      )}
      <Section title={t('initiatives.version.all')}>
        <History initiative={initiative} versions={versions} />
      </Section>
    </Layout>
  )
}
