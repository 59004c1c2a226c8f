import { usePage } from '../page.tsx'

export type Crumb = { label: string; path: string }

/** The way here: the umbrella's home, `crumbs`, and where we are. Absent on the home itself. */
export const Breadcrumbs = ({ crumbs, current }: { crumbs: readonly Crumb[]; current: string }) => {
  const { t, link, path } = usePage()
  if (path === '/' || path === '') return null
  return (
    <nav class="trail" aria-label={t('ui.nav.breadcrumbs')}>
      <ol>
        {[{ label: t('ui.nav.home'), path: '/' }, ...crumbs].map(crumb => (
          <li>
            <a href={link(crumb.path)}>{crumb.label}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{current}</span>
        </li>
      </ol>
    </nav>
  )
}
