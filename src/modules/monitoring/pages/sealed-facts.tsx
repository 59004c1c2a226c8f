import type { PropsWithChildren } from 'hono/jsx'
import { DateField, TextArea, TextField, usePage } from '#ui/index.ts'

/** What is sealed of a new incident; in the middle of it stands, where it is asked, when and where as the open says it. */
export const SealedFactsFields = ({ summaryHint, children }: PropsWithChildren<{ summaryHint: string }>) => {
  const { t } = usePage()
  return (
    <>
      <TextArea
        name="summary"
        label={t('monitoring.incident.part.summary')}
        hint={summaryHint}
        rows={4}
        maxlength={10_000}
        required
      />
      <DateField
        name="day"
        label={t('monitoring.incident.part.day')}
        hint={t('monitoring.incident.new.dayHint')}
      />
      {children}
      <TextField
        name="place"
        label={t('monitoring.incident.part.place')}
        hint={t('monitoring.incident.new.placeHint')}
        maxlength={300}
      />
    </>
  )
}
