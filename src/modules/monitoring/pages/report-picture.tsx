import { ButtonLink, Layout, PageHeading, usePage } from '#ui/index.ts'
import type { ReportLine } from '../queries/report-list.ts'

type Props = {
  report: ReportLine
  name: string
  /** The picture without traces as a `data:` address; null where it is broken. */
  picture: string | null
}

/** A picture that somebody sent, blurred until whoever looks decides to see it. */
export const ReportPicturePage = ({ report, name, picture }: Props) => {
  const { link, t } = usePage()
  const kicker = t('monitoring.intake.report.name', { code: report.id.slice(0, 8) })
  return (
    <Layout
      title={t('monitoring.intake.picture.title')}
      crumbs={[
        { label: t('monitoring.intake.list.title'), path: '/reports' },
        { label: kicker, path: `/reports/${report.id}` },
      ]}
    >
      <PageHeading
        title={t('monitoring.intake.picture.title')}
        kicker={kicker}
        lead={t('monitoring.intake.picture.lead')}
      />
      {picture === null ? (
        <p>{t('monitoring.intake.picture.broken')}</p>
      ) : (
        <div class="veiled">
          <input class="checkbox" type="checkbox" id="unveil" autocomplete="off" />
          <label for="unveil">{t('monitoring.intake.picture.unveil')}</label>
          <div class="veiled-frame">
            <img src={picture} alt={t('monitoring.intake.picture.alt', { name })} />
          </div>
        </div>
      )}
      <p>{t('monitoring.intake.picture.pause')}</p>
      <div class="actions">
        <ButtonLink href={link(`/reports/${report.id}`)}>{t('monitoring.intake.report.back')}</ButtonLink>
      </div>
    </Layout>
  )
}
