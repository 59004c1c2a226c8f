import { Icon } from '../icons/icon.tsx'
import { usePage } from '../page.tsx'

type PaginationProps = {
  /** Addresses of the neighbouring pages, or null at an end. */
  previous: string | null
  next: string | null
  /** How many there are, in words: «312 organisations». */
  summary?: string
}

/** Keyset pages have neighbours and no numbers: previous and next. Nothing is shown when there is one page only. */
export const Pagination = ({ previous, next, summary }: PaginationProps) => {
  const { t } = usePage()
  if (!previous && !next && summary === undefined) return null
  return (
    <nav class="pagination" aria-label={t('ui.pages.label')}>
      {summary !== undefined && <p>{summary}</p>}
      {previous && (
        <a class="btn" href={previous} rel="prev">
          <Icon name="arrow-left" class="flips" />
          {t('ui.pages.previous')}
        </a>
      )}
      {next && (
        <a class="btn" href={next} rel="next">
          {t('ui.pages.next')}
          <Icon name="arrow-right" class="flips" />
        </a>
      )}
    </nav>
  )
}
