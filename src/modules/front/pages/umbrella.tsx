import type { NetworkFigures } from '#modules/network/index.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import { Figures } from '#ui/content/figures.tsx'
import { Emblem, Layout, PageHeading, Section, Text, usePage } from '#ui/index.ts'
import { RegionMap } from '#ui/maps/region-map.tsx'

type Props = { umbrella: UmbrellaFace; figures: NetworkFigures; canJoin: boolean }

// The map of the umbrella's own country, unless its members are elsewhere; none while there are no members.
const Where = ({ umbrella, figures }: Pick<Props, 'umbrella' | 'figures'>) => {
  const { t, link } = usePage()
  if (figures.perCountry.size === 0) return null
  const country = umbrella.country === 'UA' || umbrella.country === 'PL' ? umbrella.country : null
  const here = country && [...figures.regions.keys()].some(code => code.startsWith(country)) ? country : 'EU'
  return (
    <Section title={t('front.umbrella.where')} id="where">
      <RegionMap
        country={here}
        values={here === 'EU' ? figures.perCountry : figures.regions}
        label={t('front.umbrella.where')}
        labelHidden
        valueHeading={t('front.umbrella.membersHeading')}
        href={code => link(here === 'EU' ? `/directory?country=${code}` : `/directory?region=${code}`)}
      />
    </Section>
  )
}

/** The front page of a coalition: what it is, how large, where, and how to find or join it. */
export const UmbrellaPage = ({ umbrella, figures, canJoin }: Props) => {
  const { t, i18n, link } = usePage()
  const members = umbrella.emblem.length
  const shown = [
    { value: members, label: t('front.umbrella.members', { count: members }), href: link('/directory') },
    { value: figures.related, label: t('front.umbrella.related', { count: figures.related }) },
    {
      value: figures.agreement,
      label: t('front.umbrella.partners', { count: figures.agreement }),
      href: link('/directory?form=agreement'),
    },
    { value: figures.communities, label: t('front.umbrella.communities', { count: figures.communities }) },
    { value: figures.countries, label: t('front.umbrella.countries', { count: figures.countries }) },
  ].filter(({ value }) => value > 0)
  return (
    <Layout title={i18n.text(umbrella.name).value} description={i18n.text(umbrella.about).value} indexed>
      <div class="front-face">
        <Emblem members={umbrella.emblem} size={160} />
        <PageHeading
          title={<Text value={umbrella.name} note={false} />}
          lead={<Text value={umbrella.about} />}
          actions={
            <>
              <a class="btn btn-primary" href={link('/directory')}>
                {t('front.umbrella.directory')}
              </a>
              {canJoin && (
                <a class="btn" href={link('/join')}>
                  {t('front.umbrella.join')}
                </a>
              )}
            </>
          }
        />
      </div>
      <Figures figures={shown} />
      <Where umbrella={umbrella} figures={figures} />
      {umbrella.outOfScope.length > 0 && (
        <Section title={t('front.umbrella.outOfScope.title')}>
          <p>{t('front.umbrella.outOfScope.text')}</p>
          <ul class="list-disc ps-6">
            {umbrella.outOfScope.map(topic => (
              <li>
                <Text value={topic} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Layout>
  )
}
