import { usePage } from '#ui/index.ts'
import { textParts } from '../initiative-text.ts'
import { partWords } from '../initiative-words.ts'
import type { PartTexts } from '../schema/discussion.ts'
import { type Stretch, wordDiff } from '../word-diff.ts'

type SideProps = { label: string; stretches: Stretch[]; left: 'removed' | 'added'; locale: string }

// What came or went is marked by an element that is read out, not by colour alone.
const Side = ({ label, stretches, left, locale }: SideProps) => (
  <div class="comparison-side" lang={locale} dir="auto">
    <p class="comparison-label" lang={usePage().i18n.lang} dir={usePage().i18n.dir}>
      {label}
    </p>
    <p class="whitespace-pre-line">
      {stretches
        .filter(({ kind }) => kind === 'same' || kind === left)
        .map(({ kind, text }) =>
          kind === 'same' ? text : left === 'removed' ? <del>{text}</del> : <ins>{text}</ins>,
        )}
    </p>
  </div>
)

type PartProps = {
  /** What it is that changes. */
  title: string
  before: string
  after: string
  locale: string
  labels: { before: string; after: string }
}

/** One text before and after, side by side, with the words that went and came marked. */
export const ComparedPart = ({ title, before, after, locale, labels }: PartProps) => {
  const stretches = wordDiff(before, after, locale)
  return (
    <section class="comparison" aria-label={title}>
      <h3>{title}</h3>
      <div class="comparison-sides">
        <Side label={labels.before} stretches={stretches} left="removed" locale={locale} />
        <Side label={labels.after} stretches={stretches} left="added" locale={locale} />
      </div>
    </section>
  )
}

type Props = {
  before: PartTexts
  after: PartTexts
  locale: string
  labels: { before: string; after: string }
}

/** Two texts side by side, part by part. Parts that did not change are left out. */
export const Comparison = ({ before, after, locale, labels }: Props) => {
  const { t } = usePage()
  const changed = textParts.filter(part => (before[part] ?? '') !== (after[part] ?? ''))
  if (changed.length === 0) return <p>{t('initiatives.compare.same')}</p>
  return (
    <>
      {changed.map(part => (
        <ComparedPart
          title={t(partWords[part])}
          before={before[part] ?? ''}
          after={after[part] ?? ''}
          locale={locale}
          labels={labels}
        />
      ))}
    </>
  )
}
