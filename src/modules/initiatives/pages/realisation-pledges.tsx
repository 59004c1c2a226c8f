import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Badge,
  ButtonLink,
  EmptyState,
  PostButton,
  type RefusalShown,
  Section,
  Table,
  usePage,
} from '#ui/index.ts'
import { canChangePledge, canConfirmPledge, canPledge, canWork } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { NeedView, PledgeView, Resources } from '../queries/realisation-money.ts'
import { amountWords, pledgeStatusWords, pledgeTones } from '../realisation-words.ts'
import { ExpensesTable } from './realisation-expenses.tsx'
import { RealisationFrame } from './realisation-frame.tsx'
import { MoneyCharts, NeedsTable } from './realisation-money.tsx'
import { Speaker } from './speaker.tsx'

export type PledgesProps = {
  realisation: RealisationView
  viewer: Viewer
  resources: Resources
  refusal?: RefusalShown
}

const NeedDoing = ({ need, realisation, viewer }: { need: NeedView } & Omit<PledgesProps, 'resources'>) => {
  const { link, t } = usePage()
  const place = `/realisations/${realisation.number}`
  const path = link(`${place}/needs/${need.id}`)
  if (need.dropped) {
    return (
      <PostButton action={`${path}/status`} fields={{ dropped: 'no' }} look="quiet" small>
        {t('initiatives.need.restore')}
      </PostButton>
    )
  }
  return (
    <Actions>
      {canPledge(viewer, realisation) && (
        <ButtonLink href={link(`${place}/pledges/new?need=${need.id}`)} small>
          {t('initiatives.pledge.forThis')}
        </ButtonLink>
      )}
      {canWork(viewer, realisation) && (
        <>
          <ButtonLink href={`${path}/form`} look="quiet" small>
            {t('initiatives.task.change')}
          </ButtonLink>
          <PostButton action={`${path}/status`} fields={{ dropped: 'yes' }} look="quiet" small>
            {t('initiatives.need.drop')}
          </PostButton>
        </>
      )}
    </Actions>
  )
}

// Ends that the program brought about have a code; people write sentences.
const programReasons: Readonly<Record<string, MessageKey>> = {
  membership_ended: 'initiatives.pledge.memberLeft',
  decision_set_aside: 'initiatives.pledge.setAside',
}

const Status = ({ pledge }: { pledge: PledgeView }) => {
  const { i18n, t } = usePage()
  const { kind, currency, given, spent, reason } = pledge
  const known = reason === null ? undefined : programReasons[reason]
  return (
    <>
      <Badge tone={pledgeTones[pledge.status]}>{t(pledgeStatusWords[pledge.status])}</Badge>{' '}
      {given !== null && amountWords(i18n, { kind, currency, amount: given })}
      {kind === 'money' && spent > 0 && (
        <> · {t('initiatives.expense.spentFigure', { sum: i18n.money(spent, currency ?? 'EUR') })}</>
      )}
      {reason && <p>{known ? t(known) : reason}</p>}
    </>
  )
}

const PledgeDoing = ({
  pledge,
  realisation,
  viewer,
}: { pledge: PledgeView } & Omit<PledgesProps, 'resources'>) => {
  const { link, t } = usePage()
  const path = link(`/realisations/${realisation.number}/pledges/${pledge.id}`)
  const confirms = canConfirmPledge(viewer, realisation, pledge)
  return (
    <Actions>
      {confirms && pledge.status === 'pledged' && (
        <ButtonLink href={`${path}/arrival`} icon="check" small>
          {t('initiatives.pledge.received')}
        </ButtonLink>
      )}
      {confirms && pledge.status === 'fulfilled' && pledge.spent === 0 && (
        <PostButton action={`${path}/arrival/undoing`} look="quiet" small>
          {t('initiatives.pledge.undoReceived')}
        </PostButton>
      )}
      {canChangePledge(viewer, realisation, pledge) && (
        <>
          <ButtonLink href={`${path}/form`} look="quiet" small>
            {t('initiatives.task.change')}
          </ButtonLink>
          <ButtonLink href={`${path}/withdrawal`} look="quiet" small>
            {t('initiatives.pledge.withdraw')}
          </ButtonLink>
        </>
      )}
    </Actions>
  )
}

const Pledges = ({ realisation, viewer, resources }: PledgesProps) => {
  const { i18n, t } = usePage()
  const acts = resources.pledges.some(
    pledge => canChangePledge(viewer, realisation, pledge) || canConfirmPledge(viewer, realisation, pledge),
  )
  return (
    <Table
      caption={t('initiatives.pledge.titles')}
      captionHidden
      columns={[
        {
          label: t('initiatives.pledge.what'),
          heading: true,
          cell: pledge => (
            <span lang={pledge.contentLocale} dir="auto">
              {pledge.what}
            </span>
          ),
        },
        {
          label: t('initiatives.pledge.who'),
          cell: pledge => (
            <Speaker name={pledge.member} membership={pledge.membershipId} partner={pledge.partner} />
          ),
        },
        {
          label: t('initiatives.pledge.amount'),
          numeric: true,
          cell: pledge => amountWords(i18n, pledge),
        },
        { label: t('initiatives.task.status'), cell: pledge => <Status pledge={pledge} /> },
        ...(acts
          ? [
              {
                label: t('initiatives.realisation.doing'),
                cell: (pledge: PledgeView) => (
                  <PledgeDoing pledge={pledge} realisation={realisation} viewer={viewer} />
                ),
              },
            ]
          : []),
      ]}
      rows={resources.pledges}
      empty={
        <EmptyState title={t('initiatives.pledge.none')} icon="heart-handshake">
          <p>{t('initiatives.pledge.noneHint')}</p>
        </EmptyState>
      }
    />
  )
}

/** What it takes, who gives it, what it was spent on. */
export const RealisationPledgesPage = (props: PledgesProps) => {
  const { realisation, viewer, resources, refusal } = props
  const { link, t } = usePage()
  const works = canWork(viewer, realisation)
  const pledges = canPledge(viewer, realisation)
  const place = `/realisations/${realisation.number}`
  const needs = works ? resources.needs : resources.needs.filter(({ dropped }) => !dropped)
  return (
    <RealisationFrame realisation={realisation} viewer={viewer} part="pledges" refusal={refusal}>
      <Section
        title={t('initiatives.need.title')}
        actions={
          works && (
            <ButtonLink href={link(`${place}/needs/new`)} icon="plus">
              {t('initiatives.need.add')}
            </ButtonLink>
          )
        }
      >
        {needs.length === 0 ? (
          <EmptyState title={t('initiatives.need.none')} />
        ) : (
          <NeedsTable
            needs={needs}
            doing={
              pledges
                ? need => <NeedDoing need={need} realisation={realisation} viewer={viewer} />
                : undefined
            }
          />
        )}
      </Section>
      <Section
        title={t('initiatives.pledge.titles')}
        actions={
          pledges && (
            <ButtonLink href={link(`${place}/pledges/new`)} look="primary" icon="heart-handshake">
              {t('initiatives.pledge.make')}
            </ButtonLink>
          )
        }
      >
        <Pledges {...props} />
      </Section>
      <MoneyCharts money={resources.money} />
      <ExpensesTable {...props} />
    </RealisationFrame>
  )
}
