import type { Localised, MessageKey } from '#platform/i18n/index.ts'
import type { JournalRoot, JournalRow } from '#platform/journal/queries.ts'
import { EmptyState, Layout, PageHeading, Pagination, Section, Text, Time, usePage } from '#ui/index.ts'

export type JournalView = {
  rows: readonly JournalRow[]
  roots: readonly JournalRoot[]
  /** Names of the members that the rows speak of, by membership. */
  members: ReadonlyMap<string, Localised>
  labels: Readonly<Record<string, MessageKey>>
  /** What rules are called, by their key. */
  rules: Readonly<Record<string, MessageKey>>
  previous: string | null
  next: string | null
}

/** What the coalition did, newest first, with the root by which anybody can check that nothing was changed. */
export const JournalPage = ({ rows, roots, members, labels, rules, previous, next }: JournalView) => {
  const { t, link } = usePage()
  const newest = roots[0]
  return (
    <Layout
      title={t('front.journal.title')}
      indexed
      head={
        <link
          rel="alternate"
          type="application/atom+xml"
          href={link('/journal.atom')}
          title={t('front.journal.title')}
        />
      }
    >
      <PageHeading
        title={t('front.journal.title')}
        lead={t('front.journal.lead')}
        actions={
          <a class="btn" href={link('/journal.atom')}>
            {t('front.journal.feed')}
          </a>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('front.journal.empty')} icon="inbox" />
      ) : (
        <ol class="journal" reversed>
          {rows.map(row => (
            <Entry
              row={row}
              label={labels[row.action]}
              rule={row.rule ? rules[row.rule.key] : undefined}
              member={row.member ? members.get(row.member) : undefined}
            />
          ))}
        </ol>
      )}
      <Pagination previous={previous} next={next} />
      {newest && (
        <Section title={t('front.journal.check.title')} id="check">
          <p>{t('front.journal.check.text', { count: newest.size })}</p>
          <p>
            <code class="hash">{newest.root}</code>
            <br />
            <Time at={newest.sealedAt} />
          </p>
        </Section>
      )}
    </Layout>
  )
}

type EntryProps = {
  row: JournalRow
  label: MessageKey | undefined
  rule: MessageKey | undefined
  member: Localised | undefined
}

const Entry = ({ row, label, rule, member }: EntryProps) => {
  const { t, i18n, link } = usePage()
  return (
    <li value={row.leaf + 1} id={`entry-${row.leaf + 1}`}>
      <p class="journal-what">{label ? t(label) : row.action}</p>
      <p class="journal-who">
        {row.member && member && (
          <a href={link(`/directory/${row.member}`)}>
            <Text value={member} note={false} />
          </a>
        )}
        {row.erased && <span>{t('front.journal.erased')}</span>}
        {row.rule && (
          <span>
            {t('front.journal.rule', {
              rule: rule ? t(rule) : row.rule.key,
              version: i18n.number(row.rule.version),
            })}
          </span>
        )}
      </p>
      <p class="journal-when">
        <Time at={row.sealedAt} style="short" /> <code class="hash">{row.leafHash.slice(0, 16)}</code>
      </p>
    </li>
  )
}
