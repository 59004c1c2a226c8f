import type { Viewer } from '#platform/http/viewer.ts'
import {
  ButtonLink,
  Card,
  Cards,
  EmptyState,
  Layout,
  PageHeading,
  Section,
  Text,
  usePage,
} from '#ui/index.ts'
import { actsAsIndividual } from '../policy/memberships.ts'
import type { WaitingPart } from '../queries/home.ts'
import type { NamedMember } from '../queries/member-name.ts'

type Props = { viewer: Viewer; waiting: readonly WaitingPart[]; members: readonly NamedMember[] }

const Members = ({ viewer, members }: Omit<Props, 'waiting'>) => {
  const { link, t } = usePage()
  if (members.length === 0) return null
  return (
    <Section title={t('network.home.members')}>
      <Cards>
        {members.map(({ id, name }) => (
          <Card title={<Text value={name} note={false} />} href={link(`/memberships/${id}`)} />
        ))}
      </Cards>
      {actsAsIndividual(viewer) && (
        <ButtonLink href={link('/own-profile')}>{t('network.profile.title')}</ButtonLink>
      )}
    </Section>
  )
}

/** What waits for somebody inside, on one page; and where their members are. */
export const HomePage = ({ viewer, waiting, members }: Props) => {
  const { i18n, link, t } = usePage()
  return (
    <Layout title={t('network.home.title')}>
      <PageHeading title={t('network.home.title')} />
      {waiting.length === 0 && (
        <EmptyState
          title={t('network.home.nothing')}
          icon="circle-check"
          actions={<ButtonLink href={link('/directory')}>{t('network.home.toDirectory')}</ButtonLink>}
        >
          <p>{t('network.home.nothingHelp')}</p>
        </EmptyState>
      )}
      {waiting.map(({ part, items }) => (
        <Section title={t(part.title)} id={part.key}>
          <ul class="plain-list">
            {items.map(item => (
              <li>
                <a href={link(part.path(item))}>{part.sentence(item, i18n)}</a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Members viewer={viewer} members={members} />
    </Layout>
  )
}
