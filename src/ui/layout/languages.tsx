import { locales } from '#platform/i18n/index.ts'
import { address, type Page, usePage } from '../page.tsx'

// Each language by its own name, so that a person who landed in the wrong one finds theirs.
const endonyms: Record<string, string> = { uk: 'Українська', pl: 'Polski', en: 'English' }

type OtherLocale = { locale: string; name: string; href: string; current: boolean }

/** This page's address in each language of the umbrella (or of the installation), with its path and query. */
export function otherLocales({ i18n, umbrella, path, url }: Page): OtherLocale[] {
  const { searchParams } = new URL(url, 'http://localhost')
  searchParams.delete('said')
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  return (umbrella?.locales ?? locales).map(locale => ({
    locale,
    name: endonyms[locale] ?? locale,
    href: address(locale, umbrella?.slug, path) + query,
    current: locale === i18n.lang,
  }))
}

export const Languages = () => {
  const page = usePage()
  return (
    <nav aria-label={page.t('ui.nav.languages')}>
      <ul class="languages">
        {otherLocales(page).map(({ locale, name, href, current }) => (
          <li>
            <a href={href} lang={locale} hreflang={locale} aria-current={current ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
