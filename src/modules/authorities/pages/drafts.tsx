import {
  Badge,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  Section,
  Table,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import type { DraftLine, LetterLine } from '../queries/letter-list.ts'
import { kindWords } from '../words.ts'

type Props = { drafts: readonly DraftLine[]; open: readonly LetterLine[] }

const Open = ({ open }: Pick<Props, 'open'>) => {
  const { link, t } = usePage()
  if (open.length === 0) return null
  return (
    <Section title={t('authorities.letter.openTitle')}>
      <Table
        caption={t('authorities.letter.openTitle')}
        captionHidden
        rows={open}
        columns={[
          {
            label: t('authorities.letter.title'),
            heading: true,
            cell: ({ number, title }) => <a href={link(`/communications/${number}`)}>{title}</a>,
          },
          { label: t('authorities.letter.to'), cell: ({ body }) => <Text value={body} note={false} /> },
          { label: t('authorities.letter.until'), cell: ({ until }) => <Time at={until} style="short" /> },
        ]}
      />
    </Section>
  )
}

/** What one's own members are writing to public bodies, and what waits for signatures. */
export const DraftsPage = ({ drafts, open }: Props) => {
  const { i18n, umbrella, link, t } = usePage()
  const begin = (
    <ButtonLink href={link('/communications/new')} look="primary" icon="plus">
      {t('authorities.letter.begin')}
    </ButtonLink>
  )
  const title = t('authorities.letter.draftsTitle')
  return (
    <Layout title={title} crumbs={[{ label: t('authorities.menu'), path: '/communications' }]}>
      <PageHeading title={title} lead={t('authorities.letter.draftsLead')} actions={begin} />
      <Open open={open} />
      <Section title={t('authorities.letter.ownDrafts')}>
        <Table
          caption={t('authorities.letter.ownDrafts')}
          captionHidden
          rows={drafts}
          columns={[
            {
              label: t('authorities.letter.title'),
              heading: true,
              cell: draft => (
                <>
                  <a href={link(`/communications/drafts/${draft.id}`)}>
                    {draft.title || t('authorities.letter.untitled')}
                  </a>{' '}
                  {draft.asked && <Badge tone="warn">{t('authorities.letter.asksSecretariat')}</Badge>}
                </>
              ),
            },
            { label: t('authorities.letter.kind'), cell: ({ kind }) => t(kindWords[kind]) },
            { label: t('authorities.letter.to'), cell: ({ body }) => <Text value={body} note={false} /> },
            {
              label: t('authorities.letter.from'),
              cell: ({ member, membershipId }) =>
                membershipId ? <Text value={member} note={false} /> : i18n.text(umbrella?.name).value,
            },
            {
              label: t('authorities.letter.changed'),
              cell: draft => <Time at={draft.updatedAt} style="short" />,
            },
          ]}
          empty={<EmptyState title={t('authorities.letter.noDrafts')} icon="mail" />}
        />
      </Section>
    </Layout>
  )
}
