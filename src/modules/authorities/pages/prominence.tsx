import { Alert, Badge, RadioGroup, TextArea, Time, usePage } from '#ui/index.ts'
import { prominenceWords } from '../register-words.ts'
import { type Prominence, prominences } from '../schema/communications.ts'

type FieldsProps = { choices?: readonly Prominence[]; hint?: string }

/** Who sees it, and why not everybody. */
export const ProminenceFields = ({ choices = prominences, hint }: FieldsProps) => {
  const { t } = usePage()
  return (
    <>
      <RadioGroup
        name="prominence"
        label={t('authorities.publication.prominence.label')}
        hint={hint}
        options={choices.map(value => ({ value, label: t(prominenceWords[value]) }))}
        required
      />
      <TextArea
        name="reason"
        label={t('authorities.publication.reason')}
        hint={t('authorities.publication.reasonHint')}
        rows={2}
        maxlength={1000}
      />
    </>
  )
}

export const ProminenceBadge = ({ prominence }: { prominence: Prominence }) => {
  const { t } = usePage()
  const tone = prominence === 'public' ? 'good' : prominence === 'hidden' ? 'warn' : 'neutral'
  return (
    <Badge tone={tone} icon={prominence === 'public' ? 'globe' : 'eye-off'}>
      {t(prominenceWords[prominence])}
    </Badge>
  )
}

/** Under embargo: from which day on everybody will read it. */
export const EmbargoWarning = ({ until }: { until: string }) => {
  const { t } = usePage()
  return (
    <Alert kind="warning" title={t('authorities.publication.embargoed')}>
      <p>
        {t('authorities.publication.embargoedUntil')} <Time at={until} />.{' '}
        {t('authorities.publication.embargoedKeep')}
      </p>
    </Alert>
  )
}
