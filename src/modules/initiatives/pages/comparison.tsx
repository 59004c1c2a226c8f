import { ComparedText, usePage } from '#ui/index.ts'
import { textParts } from '../initiative-text.ts'
import { partWords } from '../initiative-words.ts'
import type { PartTexts } from '../schema/discussion.ts'

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
        <ComparedText
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
