import { Actions, Alert, Button, Form, Paragraphs, Section, TextField, Time, usePage } from '#ui/index.ts'
import type { OpenedPart, OpenedPlaces } from '../actions/open-sealed.ts'
import { partWords } from '../incident-words.ts'
import { type IncidentView, placesOf } from '../queries/incident.ts'
import type { NamedOpening } from '../queries/openings.ts'
import type { FormShown, IncidentPageProps } from './incident.tsx'
import { ToldAnswers, ToldMessages } from './told-report.tsx'

const PartText = ({ name, text }: Pick<OpenedPart, 'name' | 'text'>) => {
  const { i18n } = usePage()
  if (name === 'day' || name === 'dayUntil') return <p>{i18n.date(text)}</p>
  return <Paragraphs text={text} />
}

/** `below`: it stands under a heading of its own. */
const Part = ({ name, text, below }: Pick<OpenedPart, 'name' | 'text'> & { below?: boolean }) => {
  const { t } = usePage()
  // A report: how to reach whoever told it stands on its own page alone.
  if (name === 'answers') return <ToldAnswers answers={JSON.parse(text)} anonymous />
  if (name === 'message') return <ToldMessages messages={[JSON.parse(text)]} />
  const word = partWords[name] ? t(partWords[name]) : name
  return (
    <>
      {below ? <h4>{word}</h4> : <h3>{word}</h3>}
      <div class="prose" dir="auto">
        <PartText name={name} text={text} />
      </div>
    </>
  )
}

type PartsProps = { parts: readonly OpenedPart[] | null | undefined; below?: boolean }

const Parts = ({ parts, below }: PartsProps) => {
  const { t } = usePage()
  if (!parts) return <p>{t('monitoring.incident.opening.notForYou')}</p>
  return (
    <>
      {parts.map(({ name, text }) => (
        <Part name={name} text={text} below={below} />
      ))}
    </>
  )
}

// By what opened texts are found: that of a chronicle's row is a part of a record.
const keyOf = ({ recordId, partId }: Pick<IncidentView, 'recordId' | 'partId'>) => partId ?? recordId

type OpenedProps = { incident: IncidentView; opened: OpenedPlaces }

/** The texts as they were opened for this one answer. */
export const OpenedTexts = ({ incident, opened }: OpenedProps) => {
  const { t } = usePage()
  const own = keyOf(incident)
  return (
    <div class="opened-texts">
      {own !== null && <Parts parts={opened.get(own)} />}
      {incident.responses.map(
        ({ recordId }) =>
          recordId !== null && (
            <section>
              <h3>{t('monitoring.incident.response.title')}</h3>
              <Parts parts={opened.get(recordId)} below />
            </section>
          ),
      )}
      {incident.sources.map((source, n) => {
        const key = keyOf(source)
        // The source of a chronicle's row is that row, which stands above.
        if (key === null || key === own) return null
        return (
          <section>
            <h3>{t('monitoring.incident.source.numbered', { number: n + 1 })}</h3>
            <Parts parts={opened.get(key)} below />
            {source.hash !== null && (
              <p class="hint">
                {t('monitoring.incident.source.hash')} <code class="hash">{source.hash}</code>
              </p>
            )}
          </section>
        )
      })}
    </div>
  )
}

type OpeningProps = { action: string; reason?: string; form?: Pick<FormShown, 'values' | 'problems'> }

/** Asks why, before anything is opened: colleagues read the answer. */
export const OpeningForm = ({ action, reason = '', form }: OpeningProps) => {
  const { t } = usePage()
  return (
    <Form action={action} id="opening" values={form?.values ?? { reason }} problems={form?.problems} bare>
      <TextField
        name="reason"
        label={t('monitoring.incident.opening.reason')}
        hint={t('monitoring.incident.opening.reasonHint')}
        maxlength={500}
        required
      />
      <Actions>
        <Button icon="key-round">{t('monitoring.incident.opening.open')}</Button>
      </Actions>
    </Form>
  )
}

/** Who looked, when and why. */
export const Openings = ({ openings }: { openings: readonly NamedOpening[] }) => {
  const { t } = usePage()
  if (openings.length === 0) return <p>{t('monitoring.incident.opening.never')}</p>
  return (
    <details>
      <summary>{t('monitoring.incident.opening.list', { count: openings.length })}</summary>
      <ul class="plain-list">
        {openings.map(({ name, reason, openedAt }) => (
          <li>
            <Time at={openedAt} style="short" /> · {name ?? t('monitoring.incident.opening.forgotten')} ·{' '}
            <span dir="auto">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What was told, found and archived. */
export const Sealed = ({ incident, openings, opened, form }: IncidentPageProps) => {
  const { link, t } = usePage()
  if (placesOf(incident).length === 0)
    return (
      <Section title={t('monitoring.incident.opening.title')}>
        <p>{t('monitoring.incident.opening.nothing')}</p>
      </Section>
    )
  return (
    <Section
      title={t('monitoring.incident.opening.title')}
      lead={t('monitoring.incident.opening.lead')}
      id="texts"
    >
      {opened ? (
        <>
          <Alert kind="info" focused>
            {t('monitoring.incident.opening.opened')}
          </Alert>
          <OpenedTexts incident={incident} opened={opened} />
        </>
      ) : (
        <OpeningForm
          action={link(`/incidents/${incident.code}/opening`)}
          form={form?.name === 'opening' ? form : undefined}
        />
      )}
      <Openings openings={openings} />
    </Section>
  )
}
