import { capacityFor, type Viewer } from '#platform/http/viewer.ts'
import { Alert, ButtonLink, PostButton, Section, usePage } from '#ui/index.ts'
import { askingCapacities, canBack } from '../policy/decisions.ts'
import { votingCapacities } from '../policy/procedures.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { PositionView } from '../queries/positions.ts'
import { AskedAgainLater } from './asked-again.tsx'
import { Speaker } from './speaker.tsx'

type Props = {
  decision: DecisionView
  backers: readonly { id: string; name: PositionView['name'] }[]
  viewer: Viewer
  /** How many members must back it today, and how long the same text waits. */
  rules: AskingRules
}

export type AskingRules = { needed: number; days: number }

/** A sealed decision is never reopened. Enough members together can have the members asked again. */
export const AskAgain = ({ decision, backers, viewer, rules: { needed, days } }: Props) => {
  const { link, t } = usePage()
  if (decision.status !== 'sealed' || decision.secret) return null
  const backs = (id: string) => backers.some(backer => backer.id === id)
  const path = link(`/decisions/${decision.number}/backing`)
  return (
    <Section title={t('initiatives.decision.again.title')} id="again">
      <p>{t('initiatives.decision.again.lead', { needed, days })}</p>
      <AskedAgainLater numbers={decision.askedAgainBy} changes={decision.askedAgainIn} />
      <p>{t('initiatives.decision.again.count', { count: backers.length, needed })}</p>
      {backers.length >= needed && (
        <Alert kind="info">
          <p>{t('initiatives.decision.again.enough')}</p>
          {askingCapacities(viewer, decision, backers).length > 0 && (
            <ButtonLink href={link(`/decisions/${decision.number}/again`)} look="primary">
              {t('initiatives.again.ask')}
            </ButtonLink>
          )}
        </Alert>
      )}
      <ul>
        {backers.map(({ id, name }) => (
          <li>
            <Speaker name={name} membership={id} />{' '}
            {capacityFor(viewer, id) && (
              <PostButton action={`${path}/withdrawal`} fields={{ membership: id }} look="quiet" small>
                {t('initiatives.decision.again.takeBack')}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {canBack(viewer, decision) &&
        votingCapacities(viewer)
          .filter(({ membership }) => !backs(membership))
          .slice(0, 1)
          .map(({ membership }) => (
            <PostButton action={path} fields={{ membership }}>
              {t('initiatives.decision.again.back')}
            </PostButton>
          ))}
    </Section>
  )
}
