import {
  Actions,
  Badge,
  ButtonLink,
  ComparedText,
  Figures,
  Layout,
  PageHeading,
  Section,
  usePage,
} from '#ui/index.ts'
import { type ArticlePair, compareActs } from '../comparison/compare-acts.ts'
import type { DraftAct } from '../queries/draft-acts.ts'
import type { Article } from '../schema/draft-acts.ts'
import { actKindWords } from '../words.ts'

type Props = { act: DraftAct; writes: boolean }

const useHeading = () => {
  const { t } = usePage()
  return ({ number, heading }: Article) =>
    [t('authorities.act.articleNumber', { number }), heading].filter(Boolean).join('. ')
}

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

const Pair = ({ pair, lang }: { pair: ArticlePair; lang: string }) => {
  const { i18n, t } = usePage()
  const headingOf = useHeading()
  const { draft, issued, survival } = pair
  const title = headingOf((draft ?? issued)!)
  const said = !draft
    ? t('authorities.act.isNew')
    : !issued
      ? t('authorities.act.isGone')
      : t('authorities.act.share', {
          share: i18n.percent(survival.words ? survival.kept / survival.words : 1, 0),
        })
  return (
    <>
      <ComparedText
        title={title}
        before={draft?.text ?? ''}
        after={issued?.text ?? ''}
        locale={lang}
        labels={{
          before: t('authorities.act.drafted'),
          after: issued
            ? t('authorities.act.issuedAs', { heading: headingOf(issued) })
            : t('authorities.act.issued'),
        }}
      />
      <p class="muted">{said}</p>
    </>
  )
}

const Comparison = ({ act, issued }: Pick<Props, 'act'> & { issued: NonNullable<DraftAct['issued']> }) => {
  const { i18n, t } = usePage()
  const { pairs, survival } = compareActs(act.articles, issued.articles, act.lang)
  const share = survival.words > 0 ? survival.kept / survival.words : 0
  return (
    <Section title={t('authorities.act.comparison')} lead={t('authorities.act.comparisonLead')}>
      <p>
        {issued.url ? (
          <a href={issued.url} rel="noreferrer nofollow">
            {issued.title}
          </a>
        ) : (
          issued.title
        )}
        , {i18n.date(issued.on)}
      </p>
      <Figures
        figures={[
          { value: i18n.percent(share, 0), label: t('authorities.act.survived') },
          {
            value: pairs.filter(({ draft, issued }) => draft && issued).length,
            label: t('authorities.act.articlesKept', { count: act.articles.length }),
          },
        ]}
      />
      {pairs.map(pair => (
        <Pair pair={pair} lang={act.lang} />
      ))}
    </Section>
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
      {act.issued ? <Comparison act={act} issued={act.issued} /> : <Articles act={act} />}
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
