import { Actions, Badge, ButtonLink, Layout, PageHeading, Section, usePage } from '#ui/index.ts'
import type { DraftAct } from '../queries/draft-acts.ts'
import { actKindWords } from '../words.ts'
import { ComparedActs, useHeading } from './compared-acts.tsx'

type Props = { act: DraftAct; writes: boolean }

const Articles = ({ act }: Pick<Props, 'act'>) => {
  const headingOf = useHeading()
  return (
    <div class="prose" lang={act.lang} dir="auto">
      {act.articles.map(article => (
        <section>
          <h2>{headingOf(article)}</h2>
          <p class="whitespace-pre-line">{article.text}</p>
        </section>
      ))}
    </div>
  )
}

/** A draft act article by article; once an act was issued, the two beside each other. */
export const ActPage = ({ act, writes }: Props) => {
  const { link, t } = usePage()
  const at = `/communications/acts/${act.id}`
  return (
    <Layout
      title={act.title}
      crumbs={[{ label: t('authorities.act.listTitle'), path: '/communications/acts' }]}
      width={act.issued ? 'working' : 'reading'}
    >
      <PageHeading title={<span lang={act.lang}>{act.title}</span>} kicker={t(actKindWords[act.kind])}>
        <p>
          {act.issued ? (
            <Badge tone="good">{t('authorities.act.issued')}</Badge>
          ) : (
            <Badge>{t(act.settled ? 'authorities.act.settled' : 'authorities.status.draft')}</Badge>
          )}
        </p>
      </PageHeading>
      {writes && (
        <Actions>
          {!act.settled && (
            <ButtonLink href={link(`${at}/text`)} icon="pencil">
              {t('authorities.act.edit')}
            </ButtonLink>
          )}
          {act.settled && (
            <ButtonLink href={link(`${at}/issued`)} icon="scale">
              {t('authorities.act.enterIssued')}
            </ButtonLink>
          )}
        </Actions>
      )}
      {act.issued ? <ComparedActs act={act} issued={act.issued} /> : <Articles act={act} />}
      {act.reasons && (
        <Section title={t('authorities.act.reasons')}>
          <p class="whitespace-pre-line" lang={act.lang} dir="auto">
            {act.reasons}
          </p>
        </Section>
      )}
    </Layout>
  )
}
