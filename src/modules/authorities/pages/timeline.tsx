import { Written } from '#modules/network/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { Badge, DescriptionList, Time, Timeline, usePage } from '#ui/index.ts'
import type { Standing } from '../queries/standing.ts'
import type { ShownDocument, TimelineEntry, TimelineMessage, TimelineStep } from '../queries/timeline.ts'
import { meaningWords, nextWords, toldWords } from '../steps/told-words.ts'
import { formWords, resolutionWords } from '../words.ts'

type Of = { face: Standing }

const Documents = ({ face, documents }: Of & { documents: readonly ShownDocument[] }) => {
  const { i18n, link, t } = usePage()
  if (documents.length === 0) return null
  return (
    <ul>
      {documents.map(({ id, name, size }) => (
        <li>
          <a href={link(`/communications/${face.number}/documents/${id}`)} download>
            {name}
          </a>{' '}
          ({t('authorities.step.kilobytes', { size: i18n.number(Math.ceil(size / 1024)) })})
        </li>
      ))}
    </ul>
  )
}

/** Who is meant: public bodies and members by their names, never a person. */
const useNames = ({ face }: Of) => {
  const { i18n, umbrella } = usePage()
  const name = (value: Localised | null | undefined) => (value ? i18n.text(value).value : '')
  return {
    name,
    sender: name(face.sender ?? umbrella?.name),
    body: name(face.bodyName),
  }
}

const StepFacts = ({ step }: { step: TimelineStep }) => {
  const { i18n, t } = usePage()
  const { reference, toBody, responseForm, resolution, dueOn } = step
  if (!reference && !toBody && !responseForm && !resolution && !dueOn) return null
  return (
    <DescriptionList
      facts={[
        reference !== null && { term: t('authorities.step.reference'), value: reference },
        toBody && { term: t('authorities.step.forwarding.body'), value: i18n.text(toBody).value },
        responseForm && { term: t('authorities.step.form.form'), value: t(formWords[responseForm]) },
        resolution && { term: t('authorities.step.resolution'), value: t(resolutionWords[resolution]) },
        dueOn !== null && { term: t('authorities.step.extension.until'), value: i18n.date(dueOn) },
      ]}
    />
  )
}

const StepBody = ({ face, step }: Of & { step: TimelineStep }) => {
  const { t } = usePage()
  return (
    <>
      {step.fromLetter && <Badge icon="mail">{t('authorities.step.fromLetter')}</Badge>}
      <StepFacts step={step} />
      {step.text !== '' && <Written text={step.text} />}
      <Documents face={face} documents={step.documents} />
      <p class="hint">{t(meaningWords[step.kind])}</p>
    </>
  )
}

const MessageBody = ({ face, message }: Of & { message: TimelineMessage }) => (
  <>
    {message.subject !== '' && <p>{message.subject}</p>}
    <Written text={message.text} />
    <Documents face={face} documents={message.documents} />
  </>
)

/** What happened to a communication and what was written about it, and what comes next. */
export const CommunicationHistory = ({ face, timeline }: Of & { timeline: readonly TimelineEntry[] }) => {
  const { t } = usePage()
  const names = useNames({ face })
  const told = (step: TimelineStep) =>
    t(toldWords[step.kind], {
      body: names.name(step.body) || names.body,
      sender: names.sender,
    })
  const moments = timeline.map(entry =>
    entry.what === 'step'
      ? {
          title: `${entry.position}. ${told(entry)}`,
          when: <Time at={entry.day} />,
          children: <StepBody face={face} step={entry} />,
        }
      : {
          title: t('authorities.desk.message.from', {
            from: entry.fromName || (entry.direction === 'in' ? names.body : names.sender),
          }),
          when: <Time at={entry.day} />,
          children: <MessageBody face={face} message={entry} />,
        },
  )
  const next = { title: t(nextWords[face.status], { body: names.body }), state: 'ahead' as const }
  return <Timeline label={t('authorities.step.timeline')} moments={[...moments, next]} />
}
