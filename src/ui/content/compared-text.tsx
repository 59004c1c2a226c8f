import { type Stretch, wordDiff } from '#platform/text/word-diff.ts'
import { usePage } from '../page.tsx'

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

type ComparedTextProps = {
  /** What it is that changes. */
  title: string
  before: string
  after: string
  /** The language of both texts. */
  locale: string
  labels: { before: string; after: string }
}

/** One text before and after, side by side, with the words that went and came marked. */
export const ComparedText = ({ title, before, after, locale, labels }: ComparedTextProps) => {
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
