import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Alert,
  ButtonLink,
  ConfirmButton,
  Layout,
  PageHeading,
  type RefusalShown,
  Refused,
  usePage,
} from '#ui/index.ts'
import type { Recording } from '../queries/import-draft.ts'
import { ImportSteps } from './import-steps.tsx'

const ends = {
  recorded: { kind: 'success', words: 'monitoring.import.run.recorded' },
  stopped: { kind: 'info', words: 'monitoring.import.run.stopped' },
  refused: { kind: 'error', words: 'monitoring.import.run.refused' },
  failed: { kind: 'error', words: 'monitoring.import.run.failed' },
} as const satisfies Record<string, { kind: string; words: MessageKey }>

/** What the page says of a recording, and what its live stream puts there. */
export function recordingWords({ t, number }: I18n, { total, done, outcome }: Recording) {
  const left = Math.max(0, total - done)
  const sealed = left === 0 && total > 0
  return {
    state: outcome ?? 'going',
    texts: {
      read: number(done),
      left: number(left),
      now: t(
        outcome
          ? ends[outcome].words
          : done === 0
            ? 'monitoring.import.run.waits'
            : sealed
              ? 'monitoring.import.run.finishing'
              : 'monitoring.import.run.going',
      ),
    },
    numbers: { read: done },
  }
}

const Going = ({ recording }: { recording: Recording }) => {
  const { i18n, link, t } = usePage()
  const { state, texts, numbers } = recordingWords(i18n, recording)
  const here = link('/incidents/import/recording')
  return (
    <p-live data-stream={`${here}/live`} data-state={state}>
      <p class="lead" data-live="now" role="status">
        {texts.now}
      </p>
      <progress
        class="progress"
        data-live="read"
        value={numbers.read}
        max={recording.total}
        aria-label={t('monitoring.import.run.progress', { total: recording.total })}
      />
      <dl class="figures">
        <div>
          <dt>{t('monitoring.import.run.read')}</dt>
          <dd data-live="read">{texts.read}</dd>
        </div>
        <div>
          <dt>{t('monitoring.import.run.left')}</dt>
          <dd data-live="left">{texts.left}</dd>
        </div>
      </dl>
      <p data-live-changed hidden>
        <a href={here}>{t('monitoring.import.run.changed')}</a>
      </p>
      <noscript>
        <p>
          <a href={here}>{t('monitoring.import.run.reload')}</a>
        </p>
      </noscript>
    </p-live>
  )
}

const Ended = ({ recording: { outcome, reason, importId } }: { recording: Recording }) => {
  const { link, t } = usePage()
  const { kind, words } = ends[outcome!]
  return (
    <>
      <Alert kind={kind}>
        {t(words)} {reason && t(reason)}
      </Alert>
      <Actions>
        {importId && (
          <ButtonLink href={link(`/incidents/import/${importId}`)} look="primary">
            {t('monitoring.import.run.result')}
          </ButtonLink>
        )}
        {!importId && (
          <ButtonLink href={link('/incidents/import/new')} look="primary">
            {t('monitoring.import.run.again')}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}

/** How far the recording of a chronicle is; it can be stopped until all of it is there. */
export const RecordingPage = ({ recording, refusal }: { recording: Recording; refusal?: RefusalShown }) => {
  const { link, t } = usePage()
  const goesOn = recording.outcome === null
  return (
    <Layout
      title={t('monitoring.import.step.recording')}
      crumbs={[{ label: t('monitoring.import.page.title'), path: '/incidents/import' }]}
      invalid={refusal !== undefined}
      head={
        goesOn && (
          <noscript>
            <meta http-equiv="refresh" content="5" />
          </noscript>
        )
      }
    >
      <PageHeading title={t('monitoring.import.step.recording')} lead={t('monitoring.import.run.lead')} />
      <ImportSteps current="recording" />
      <Refused refusal={refusal} />
      {goesOn ? <Going recording={recording} /> : <Ended recording={recording} />}
      {goesOn && (
        <ConfirmButton
          action={link('/incidents/import/recording/stop')}
          label={t('monitoring.import.run.stop')}
          confirm={t('monitoring.import.run.stopNow')}
          look="danger"
        >
          <p>{t('monitoring.import.run.stopLead')}</p>
        </ConfirmButton>
      )}
    </Layout>
  )
}
