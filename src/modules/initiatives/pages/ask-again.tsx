import { capacityFor, type Viewer } from '#platform/http/viewer.ts'
import { Alert, PostButton, Section, usePage } from '#ui/index.ts'
import { canBack } from '../policy/decisions.ts'
import { votingCapacities } from '../policy/procedures.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { PositionView } from '../queries/positions.ts'
import { Speaker } from './speaker.tsx'

type Props = {
  decision: DecisionView
  backers: readonly { id: string; name: PositionView['name'] }[]
  viewer: Viewer
}

/** A sealed decision is never reopened. Enough members together can have the members asked again. */
export const AskAgain = ({ decision, backers, viewer }: Props) => {
  const { link, t } = usePage()
  if (decision.status !== 'sealed' || decision.secret) return null
  const needed = decision.rules['decisions.cosponsors']?.value
  if (needed === undefined) return null
  const backs = (id: string) => backers.some(backer => backer.id === id)
  const path = link(`/decisions/${decision.number}/backing`)
  return (
    <Section title={t('initiatives.decision.again.title')} id="again">
      <p>
        {t('initiatives.decision.again.lead', {
          needed,
          days: decision.rules['decisions.identical_text_days']?.value ?? 0,
        })}
      </p>
      <p>{t('initiatives.decision.again.count', { count: backers.length, needed })}</p>
      {backers.length >= needed && <Alert kind="info">{t('initiatives.decision.again.enough')}</Alert>}
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
