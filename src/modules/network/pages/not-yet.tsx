import { Card, Cards, Layout, PageHeading, Section, Text, usePage } from '#ui/index.ts'
import type { MandateAhead } from '../queries/mandates-ahead.ts'

const Waiting = ({ mandate: { secondIs, from } }: { mandate: MandateAhead }) => {
  const { i18n, t } = usePage()
  if (secondIs === 'member') return <p>{t('network.mandate.waitsForMember')}</p>
  if (secondIs === 'coordinator') return <p>{t('network.mandate.waitsForCoordinator')}</p>
  if (from !== null) return <p>{t('network.home.mandateBegins', { on: i18n.date(from) })}</p>
  return <p>{t('network.home.memberSuspended')}</p>
}

/** The home of somebody who shall act for a member but cannot yet: what it waits for. */
export const NotYetPage = ({ mandates }: { mandates: readonly MandateAhead[] }) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('network.home.title')}>
      <PageHeading title={t('network.home.notYet')} lead={t('network.home.notYetLead')} />
      <Section title={t('network.home.members')}>
        <Cards>
          {mandates.map(mandate => (
            <Card title={<Text value={mandate.name} note={false} />} href={link(`/mandates/${mandate.id}`)}>
              <Waiting mandate={mandate} />
            </Card>
          ))}
        </Cards>
      </Section>
    </Layout>
  )
}
