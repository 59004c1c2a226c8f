import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { Alert } from '../content/alert.tsx'
import { usePage } from '../page.tsx'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { Footer } from './footer.tsx'
import { Head } from './head.tsx'
import { Header } from './header.tsx'
import { placeIn } from './menu.ts'
import { SectionNav } from './section-nav.tsx'

export type LayoutProps = PropsWithChildren<{
  /** Text of the page's title; the umbrella's name is added. */
  title: string
  description?: string
  /** The way here from the umbrella's home, without the page itself. */
  crumbs?: readonly Crumb[]
  /** `reading`: a column of 60–75 characters. `form`: one thing at a time. `working` (default): the whole width. */
  width?: 'reading' | 'form' | 'working'
  /** The form on this page was refused: the title says so first, for people who hear it. */
  invalid?: boolean
  /** Public: search engines may keep the page. */
  indexed?: boolean
  /**
   * Stands instead of menus, account, way and colophon on pages for people who must not get lost, nor be looked at over
   * the shoulder.
   */
  alone?: Child
  /** Further elements of `<head>`: feeds, schema.org data. */
  head?: Child
}>

/** A whole HTML document, doctype included. Every page is one `<Layout>`. */
export const Layout = (props: LayoutProps) => {
  const { i18n, umbrella, menu, path, notice, t } = usePage()
  const crumbs = props.crumbs ?? []
  const place = placeIn(menu, path, crumbs)
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={i18n.lang} dir={i18n.dir} data-accent={umbrella?.accent}>
        <Head {...props} />
        <body>
          <a class="skip-link" href="#main">
            {t('ui.nav.skip')}
          </a>
          {props.alone ?? (
            <>
              <Header place={place} />
              <SectionNav place={place} />
              <Breadcrumbs crumbs={crumbs} current={props.title} />
            </>
          )}
          <main id="main" tabindex={-1} class={`page page-${props.width ?? 'working'}`}>
            {notice && (
              <Alert kind="success" focused>
                {t(notice)}
              </Alert>
            )}
            {props.children}
          </main>
          {props.alone === undefined && <Footer />}
        </body>
      </html>
    </>
  )
}
