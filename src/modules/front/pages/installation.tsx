import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import { Emblem } from '#ui/emblem/emblem.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { address, usePage } from '#ui/page.tsx'

/** The home of the installation: the coalitions that work here. */
export const InstallationPage = ({ umbrellas }: { umbrellas: readonly UmbrellaFace[] }) => {
  const { t, i18n, demonstration } = usePage()
  return (
    <Layout title={t('front.installation.title')} indexed>
      <h1>{t('front.installation.title')}</h1>
      <p class="lead">{t('front.installation.intro', { count: umbrellas.length })}</p>
      {demonstration && <p>{t('front.installation.demonstration')}</p>}
      <ul class="umbrella-list">
        {umbrellas.map(umbrella => {
          const name = i18n.text(umbrella.name)
          const about = i18n.text(umbrella.about)
          return (
            <li data-accent={umbrella.accent}>
              <a href={address(i18n.lang, umbrella.slug, '/')}>
                <Emblem members={umbrella.emblem} size={72} />
                <span lang={name.lang} dir={name.dir}>
                  {name.value}
                </span>
              </a>
              <p lang={about.lang} dir={about.dir}>
                {about.value}
              </p>
            </li>
          )
        })}
      </ul>
    </Layout>
  )
}
