import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  ComparedText,
  Form,
  Layout,
  PageHeading,
  Section,
  SelectField,
  Text,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { actsWithVote } from '../policy/procedures.ts'
import { type AgreedText, type AgreedVersion, inForce } from '../queries/agreed-texts.ts'

type Props = {
  text: AgreedText
  viewer: Viewer
  /** Two versions to be read side by side, the older first; null where there is one only. */
  compared: [AgreedVersion, AgreedVersion] | null
}

const Choice = ({ text, compared }: Pick<Props, 'text' | 'compared'>) => {
  const { i18n, link, t } = usePage()
  const options = text.versions.map(({ version }) => ({
    value: String(version),
    label: t('initiatives.agreed.version', { version: i18n.number(version) }),
  }))
  const [from, to] = compared!
  return (
    <Form
      id="compare"
      action={link(`/agreed-texts/${text.number}`)}
      method="get"
      values={{ from: String(from.version), to: String(to.version) }}
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
      </div>
      <Button>{t('initiatives.compare.show')}</Button>
    </Form>
  )
}

const Compared = ({ compared: [from, to] }: { compared: [AgreedVersion, AgreedVersion] }) => {
  const { i18n, t } = usePage()
  const { lang } = i18n.text(to.ends ? from.body : to.body)
  const labels = {
    before: t('initiatives.agreed.version', { version: i18n.number(from.version) }),
    after: t('initiatives.agreed.version', { version: i18n.number(to.version) }),
  }
  const parts = [
    { title: t('initiatives.change.title'), before: from.title[lang] ?? '', after: to.title[lang] ?? '' },
    { title: t('initiatives.change.wording'), before: from.body[lang] ?? '', after: to.body[lang] ?? '' },
  ].filter(({ before, after }) => before !== after)
  if (parts.length === 0) return <p>{t('initiatives.compare.same')}</p>
  return (
    <>
      {parts.map(part => (
        <ComparedText {...part} locale={lang} labels={labels} />
      ))}
    </>
  )
}

const History = ({ text }: Pick<Props, 'text'>) => {
  const { i18n, link, t } = usePage()
  return (
    <Timeline
      label={t('initiatives.agreed.history')}
      moments={text.versions.map(({ version, adoptedAt, decision, ends }, n) => ({
        title: ends
          ? t('initiatives.agreed.ended')
          : t('initiatives.agreed.version', { version: i18n.number(version) }),
        when: <Time at={adoptedAt} day />,
        state: n === 0 ? ('now' as const) : ('done' as const),
        children: (
          <p>
            <a href={link(`/decisions/${decision}`)}>
              {t('initiatives.rule.byDecision', { number: i18n.number(decision) })}
            </a>
          </p>
        ),
      }))}
    />
  )
}

/** A text that the members agreed on: its wording in force, every version, and any two of them side by side. */
export const AgreedTextPage = ({ text, viewer, compared }: Props) => {
  const { i18n, link, t } = usePage()
  const standing = inForce(text)
  const shown = standing ?? text.versions.find(({ ends }) => !ends)
  const [newest] = text.versions
  const title = i18n.text(newest!.title).value
  return (
    <Layout title={title} crumbs={[{ label: t('initiatives.rule.title'), path: '/rules' }]} indexed>
      <PageHeading
        title={<Text value={newest!.title} note={false} />}
        kicker={t(text.kind === 'goal' ? 'initiatives.goal.one' : 'initiatives.agreed.one')}
      />
      {!standing && (
        <Alert kind="info">
          <p>{t('initiatives.agreed.endedNote')}</p>
        </Alert>
      )}
      {shown && (
        <>
          <Text value={shown.body} paragraphs />
          <p class="muted">
            {t('initiatives.translation.authoritativeIs', { language: i18n.language(shown.authoritative) })}
          </p>
        </>
      )}
      {standing && actsWithVote(viewer) && (
        <Actions>
          <ButtonLink href={link(`/changes/new/${text.kind}?text=${text.number}`)}>
            {t('initiatives.agreed.change')}
          </ButtonLink>
          <ButtonLink href={link(`/changes/new/${text.kind}?text=${text.number}&end=yes`)} look="quiet">
            {t('initiatives.agreed.end')}
          </ButtonLink>
        </Actions>
      )}
      <Section title={t('initiatives.agreed.history')}>
        <History text={text} />
      </Section>
      {compared && (
        <Section title={t('initiatives.compare.title')}>
          <Choice text={text} compared={compared} />
          <Compared compared={compared} />
        </Section>
      )}
    </Layout>
  )
}
