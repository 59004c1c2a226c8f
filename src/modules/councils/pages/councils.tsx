import type { Viewer } from '#platform/http/viewer.ts'
import {
  Badge,
  ButtonLink,
  Card,
  Cards,
  EmptyState,
  Layout,
  PageHeading,
  Section,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { kindWord, stageWords } from '../council-words.ts'
import { canRecordCouncils, seesInside } from '../policy/councils.ts'
import type { CouncilFace } from '../queries/council.ts'

const CouncilCard = ({ council }: { council: CouncilFace }) => {
  const { link, t } = usePage()
  const { slug, name, field, body, filled, seats, next, stage } = council
  const forming = stage !== null && stage !== 'composition' && stage !== 'abandoned'
  return (
    <Card
      title={<Text value={name} note={false} />}
      href={link(`/councils/${slug}`)}
      kicker={
        Object.keys(field).length > 0 ? (
          <Text value={field} note={false} />
        ) : (
          body && <Text value={body} note={false} />
        )
      }
      footer={
        next && (
          <>
            {t('councils.list.next')} <Time at={next} day />
          </>
        )
      }
    >
      <p>
        {seats === null
          ? t('councils.list.filled', { filled })
          : t('councils.list.ofSeats', { filled, seats })}{' '}
        {forming && <Badge tone="accent">{t(stageWords[stage])}</Badge>}{' '}
        {council.demonstration && <Badge>{t('councils.demonstration')}</Badge>}{' '}
        {!council.public && <Badge tone="warn">{t('councils.forMembers')}</Badge>}
      </p>
    </Card>
  )
}

/** Every council in which the coalition sits or which it watches, by kind. */
export const CouncilsPage = ({ councils, viewer }: { councils: readonly CouncilFace[]; viewer: Viewer }) => {
  const { link, t } = usePage()
  const kinds = [...new Set(councils.map(({ kind }) => kind))]
  return (
    <Layout title={t('councils.list.title')} description={t('councils.list.lead')} indexed>
      <PageHeading
        title={t('councils.list.title')}
        lead={t('councils.list.lead')}
        actions={
          <>
            {canRecordCouncils(viewer) && (
              <ButtonLink href={link('/councils/new')} look="primary" icon="plus">
                {t('councils.list.record')}
              </ButtonLink>
            )}
            {seesInside(viewer) && (
              <ButtonLink href={link('/delegation')}>{t('councils.delegation.title')}</ButtonLink>
            )}
            <ButtonLink href={link('/liaisons')}>{t('councils.liaison.title')}</ButtonLink>
          </>
        }
      />
      {kinds.map(kind => (
        <Section title={t(kindWord(kind))}>
          <Cards>
            {councils
              .filter(council => council.kind === kind)
              .map(council => (
                <CouncilCard council={council} />
              ))}
          </Cards>
        </Section>
      ))}
      {councils.length === 0 && (
        <EmptyState title={t('councils.list.none')} icon="users">
          <p>{t('councils.list.noneHint')}</p>
        </EmptyState>
      )}
    </Layout>
  )
}
