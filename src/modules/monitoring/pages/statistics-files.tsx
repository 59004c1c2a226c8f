import { DescriptionList, Section, Table, usePage } from '#ui/index.ts'
import { pictureNames, pictureWords } from '../pictures/pictures.ts'
import type { Shared } from './statistics-sections.tsx'

/** How the numbers are to be read: what hidden and unpublished mean, how totals are rounded, what is never counted twice. */
export const ReadingSection = () => {
  const { t } = usePage()
  return (
    <Section title={t('monitoring.statistics.reading')} id="reading">
      <DescriptionList
        facts={[
          { term: '0', value: t('monitoring.statistics.readingZero') },
          {
            term: <span class="shown shown-hidden">{t('monitoring.statistics.hidden')}</span>,
            value: t('monitoring.statistics.readingHidden'),
          },
          {
            term: t('monitoring.statistics.andMore', { number: '12' }),
            value: t('monitoring.statistics.readingMore'),
          },
          {
            term: <span class="shown shown-unpublished">{t('monitoring.statistics.unpublished')}</span>,
            value: t('monitoring.statistics.readingUnpublished'),
          },
          { term: t('monitoring.statistics.totals'), value: t('monitoring.statistics.readingRounded') },
          { term: t('monitoring.statistics.unusual'), value: t('monitoring.statistics.readingUnusual') },
        ]}
      />
    </Section>
  )
}

/** Everything on this page as files, under addresses that stay. */
export const FilesSection = ({ release }: Shared) => {
  const { link, t } = usePage()
  const at = (file: string) => link(`/statistics/${release.number}/${file}`)
  return (
    <Section title={t('monitoring.statistics.files')} lead={t('monitoring.statistics.filesLead')} id="files">
      <ul class="file-links">
        <li>
          <a href={at('data.csv')}>CSV</a>
        </li>
        <li>
          <a href={at('data.json')}>JSON</a>
        </li>
        <li>
          <a href={link('/statistics/dataset.jsonld')}>{t('monitoring.statistics.dcat')}</a>
        </li>
        <li>
          <a href={at('report.pdf')}>{t('monitoring.statistics.report')}</a>
        </li>
      </ul>
      <p>{t('monitoring.statistics.pictures')}</p>
      <ul class="file-links">
        {pictureNames.map(name => (
          <li>
            <p-picture data-name={`statistics-${release.number}-${name}`} data-png="PNG">
              <a href={at(`${name}.svg`)}>
                {t('monitoring.statistics.pictureSvg', { name: t(pictureWords[name]) })}
              </a>
            </p-picture>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Every release, the newest first, with the fingerprint of its numbers. */
export const VersionsSection = ({ releases }: Shared) => {
  const { i18n, link, t } = usePage()
  return (
    <Section
      title={t('monitoring.statistics.versions')}
      lead={t('monitoring.statistics.versionsLead')}
      id="versions"
    >
      <Table
        caption={t('monitoring.statistics.versions')}
        captionHidden
        rows={releases}
        columns={[
          {
            label: t('monitoring.statistics.release'),
            heading: true,
            cell: ({ number }) => (
              <a href={link(`/statistics/${number}`)}>
                {t('monitoring.statistics.releaseNumber', { number: String(number) })}
              </a>
            ),
          },
          {
            label: t('monitoring.statistics.countsUntil'),
            cell: ({ recordedUntil }) => i18n.date(recordedUntil, 'short'),
          },
          {
            label: t('monitoring.statistics.published'),
            cell: ({ publishedAt }) => i18n.date(i18n.dayOf(publishedAt), 'short'),
          },
          {
            label: t('monitoring.statistics.fingerprint'),
            cell: ({ digest }) => <span class="fingerprint">{digest.slice(0, 16)}</span>,
          },
        ]}
      />
    </Section>
  )
}
