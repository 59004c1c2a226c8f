import { usePage } from '../page.tsx'
import { otherLocales } from './languages.tsx'
import type { LayoutProps } from './layout.tsx'

/** `<head>`: title, description, the address in every other language, the two built files. */
export const Head = ({ title, description, invalid, indexed, head }: LayoutProps) => {
  const page = usePage()
  const { i18n, umbrella, assets, t } = page
  const place = umbrella ? i18n.text(umbrella.name).value : t('ui.name')
  const parts = title === place ? [title] : [title, place]
  if (invalid) parts.unshift(t('ui.form.problemTitle'))
  return (
    <head>
      <meta charset="utf-8" />
      <title>{parts.join(' · ')}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description !== undefined && <meta name="description" content={description} />}
      {!indexed && <meta name="robots" content="noindex" />}
      {indexed && otherLocales(page).map(o => <link rel="alternate" hreflang={o.locale} href={o.href} />)}
      <link rel="stylesheet" href={assets.css} />
      <script type="module" src={assets.js} />
      <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
      {head}
    </head>
  )
}
