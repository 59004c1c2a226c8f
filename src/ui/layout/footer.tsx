import { usePage } from '../page.tsx'

/** What this is, under which licence, where its source is (AGPL §13 requires the offer), how accessible it is. */
export const Footer = () => {
  const { t, rootLink } = usePage()
  return (
    <footer>
      <div class="colophon">
        <p>{t('ui.footer.what')}</p>
        <ul>
          <li>
            <a href={rootLink('/about')}>{t('ui.footer.about')}</a>
          </li>
          <li>
            <a href={rootLink('/accessibility')}>{t('ui.footer.accessibility')}</a>
          </li>
          <li>
            <a href={rootLink('/privacy')}>{t('ui.footer.privacy')}</a>
          </li>
          <li>
            <a href={rootLink('/source')}>{t('ui.footer.source')}</a>
          </li>
        </ul>
        <p class="licence">{t('ui.footer.licence')}</p>
      </div>
    </footer>
  )
}
