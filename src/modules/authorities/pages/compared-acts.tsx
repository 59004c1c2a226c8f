import { ComparedText, Figures, Section, usePage } from '#ui/index.ts'
import { type ArticlePair, compareActs } from '../comparison/compare-acts.ts'
import type { DraftAct } from '../queries/draft-acts.ts'
import type { Article } from '../schema/draft-acts.ts'

/** How a page names an article: its number and heading. */
export const useHeading = () => {
  const { t } = usePage()
  return ({ number, heading }: Article) =>
    [t('authorities.act.articleNumber', { number }), heading].filter(Boolean).join('. ')
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

type Props = {
  act: Pick<DraftAct, 'articles' | 'lang'>
  issued: NonNullable<DraftAct['issued']>
}

/** What became of a draft: each article beside the one that was issued, and how much of it survived. */
export const ComparedActs = ({ act, issued }: Props) => {
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
