import { capacityFor, type Viewer } from '#platform/http/viewer.ts'
import { ButtonLink, PostButton, Section, usePage } from '#ui/index.ts'
import { canCancel, canEnterVotes, canExtend, canSupport } from '../policy/decisions.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { SupportView } from '../queries/positions.ts'

type Props = { decision: DecisionView; viewer: Viewer; supports: readonly SupportView[] }

/** What partners and the secretariat can do about a decision, apart from what everybody reads. */
export const DecisionDesk = ({ decision, viewer, supports }: Props) => {
  const { link, t } = usePage()
  const path = link(`/decisions/${decision.number}`)
  const given = supports.filter(({ id }) => capacityFor(viewer, id) !== undefined)
  const deeds = [
    canSupport(viewer, decision) && (
      <ButtonLink href={`${path}/support`}>{t('initiatives.decision.support')}</ButtonLink>
    ),
    ...given
      .filter(() => canSupport(viewer, decision))
      .map(({ id }) => (
        <PostButton action={`${path}/support/withdrawal`} fields={{ membership: id }} look="quiet">
          {t('initiatives.decision.withdrawSupport')}
        </PostButton>
      )),
    canEnterVotes(viewer, decision) && (
      <ButtonLink href={`${path}/entered/new`}>{t('initiatives.ballot.enter')}</ButtonLink>
    ),
    canExtend(viewer, decision) && (
      <ButtonLink href={`${path}/extension`}>{t('initiatives.decision.extend')}</ButtonLink>
    ),
    canCancel(viewer, decision) && (
      <ButtonLink href={`${path}/cancellation`} look="quiet">
        {t('initiatives.decision.cancel')}
      </ButtonLink>
    ),
  ].filter(deed => deed !== false)
  if (deeds.length === 0) return null
  return (
    <Section title={t('initiatives.decision.deeds')}>
      <div class="actions">{deeds}</div>
    </Section>
  )
}
