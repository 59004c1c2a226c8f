import { Written } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { Badge, ButtonLink, PostButton, Section, Time, usePage } from '#ui/index.ts'
import { textParts } from '../initiative-text.ts'
import { amendmentTones, amendmentWords, partWords } from '../initiative-words.ts'
import { canAmend, confirmingCapacity, ownsInitiative } from '../policy/initiatives.ts'
import type { AmendmentView } from '../queries/amendments.ts'
import type { CorrectionView } from '../queries/corrections.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { Comparison } from './comparison.tsx'
import { Speaker } from './speaker.tsx'

const Line = ({ initiative, amendment }: { initiative: InitiativeView; amendment: AmendmentView }) => {
  const { i18n, link, t } = usePage()
  return (
    <li class="said">
      <p>
        <a href={link(`/initiatives/${initiative.number}/amendments/${amendment.number}`)}>
          {t('initiatives.amendment.numbered', { number: i18n.number(amendment.number) })}
        </a>{' '}
        <Badge tone={amendmentTones[amendment.status]}>{t(amendmentWords[amendment.status])}</Badge>
      </p>
      <p class="muted">
        <Speaker name={amendment.member} /> · <Time at={amendment.proposedAt} day style="short" /> ·{' '}
        {textParts
          .filter(part => amendment.after[part] !== undefined)
          .map(part => t(partWords[part]))
          .join(', ')}
      </p>
    </li>
  )
}

type ListProps = { initiative: InitiativeView; amendments: readonly AmendmentView[]; viewer: Viewer }

/** Changes that members and partners propose. */
export const AmendmentsSection = ({ initiative, amendments, viewer }: ListProps) => {
  const { link, t } = usePage()
  return (
    <Section
      title={t('initiatives.amendment.title')}
      id="amendments"
      actions={
        canAmend(viewer, initiative) ? (
          <ButtonLink href={link(`/initiatives/${initiative.number}/amendments/new`)} small>
            {t('initiatives.amendment.propose')}
          </ButtonLink>
        ) : undefined
      }
    >
      {amendments.length === 0 ? (
        <p>{t('initiatives.amendment.nothing')}</p>
      ) : (
        <ul class="said-list">
          {amendments.map(amendment => (
            <Line initiative={initiative} amendment={amendment} />
          ))}
        </ul>
      )}
    </Section>
  )
}

const correctionWords = {
  proposed: 'initiatives.correction.proposed',
  confirmed: 'initiatives.correction.confirmed',
  refused: 'initiatives.correction.refused',
  withdrawn: 'initiatives.correction.withdrawn',
} as const

type CorrectionProps = { initiative: InitiativeView; correction: CorrectionView; viewer: Viewer }

const Correction = ({ initiative, correction, viewer }: CorrectionProps) => {
  const { i18n, link, t } = usePage()
  const at = `/initiatives/${initiative.number}/corrections/${correction.id}`
  const confirms = confirmingCapacity(viewer, correction)
  return (
    <li class="said" id={`correction-${correction.id}`}>
      <p class="said-who">
        {t(correction.state ? 'initiatives.correction.ofTranslation' : 'initiatives.correction.ofText', {
          language: i18n.language(correction.locale),
        })}{' '}
        <Badge tone={correction.status === 'proposed' ? 'warn' : 'neutral'}>
          {t(correctionWords[correction.status])}
        </Badge>{' '}
        <Time at={correction.proposedAt} style="short" />
      </p>
      <Written text={correction.reasons} />
      <details class="unfold" open={correction.status === 'proposed'}>
        <summary>{t('initiatives.correction.show')}</summary>
        <Comparison
          before={correction.before}
          after={correction.after}
          locale={correction.locale}
          labels={{ before: t('initiatives.compare.before'), after: t('initiatives.compare.after') }}
        />
      </details>
      {correction.answeredMember && (
        <p class="muted">
          {t('initiatives.correction.answeredBy')} <Speaker name={correction.answeredMember} />
        </p>
      )}
      {confirms && (
        <div class="said-actions">
          <PostButton action={link(`${at}/answer`)} fields={{ answer: 'confirmed' }} look="primary" small>
            {t('initiatives.correction.confirm')}
          </PostButton>
          <PostButton action={link(`${at}/answer`)} fields={{ answer: 'refused' }} small>
            {t('initiatives.correction.refuse')}
          </PostButton>
        </div>
      )}
      {correction.status === 'proposed' && ownsInitiative(viewer, initiative) && (
        <PostButton action={link(`${at}/withdrawal`)} look="quiet" small>
          {t('initiatives.correction.withdraw')}
        </PostButton>
      )}
    </li>
  )
}

/** Mistakes that were put right, or are to be. */
export const CorrectionsSection = (props: {
  initiative: InitiativeView
  corrections: readonly CorrectionView[]
  viewer: Viewer
}) => {
  const { t } = usePage()
  if (props.corrections.length === 0) return null
  return (
    <Section
      title={t('initiatives.correction.title')}
      id="corrections"
      lead={t('initiatives.correction.lead')}
    >
      <ul class="said-list">
        {props.corrections.map(correction => (
          <Correction initiative={props.initiative} viewer={props.viewer} correction={correction} />
        ))}
      </ul>
    </Section>
  )
}
