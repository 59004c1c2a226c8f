import { Actions, Button, Checkbox, ConfirmButton, Form, PostButton, Section, usePage } from '#ui/index.ts'
import type { PackPageProps } from './pack.tsx'

/** The files of a finished pack with their hashes; held back where a consent was taken back. */
export const Files = ({ pack: { id, files, status, incidents } }: Pick<PackPageProps, 'pack'>) => {
  const { link, t } = usePage()
  if (files.length === 0 || status === 'ended') return null
  const held = status === 'final' && incidents.some(({ lacksConsent }) => lacksConsent)
  return (
    <Section title={t('monitoring.pack.files')} lead={t('monitoring.pack.filesLead')}>
      <ul class="plain-list">
        {files.map(({ name, sha256 }) => (
          <li>
            {held ? (
              name
            ) : (
              <PostButton action={link(`/packs/${id}/files/${name}`)} icon="download" small>
                {name}
              </PostButton>
            )}
            <p class="hint">
              SHA-256 <code class="hash">{sha256}</code>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What can be done with a pack as it stands. */
export const Next = ({ pack, may, form }: PackPageProps) => {
  const { link, t } = usePage()
  const at = (what: string) => link(`/packs/${pack.id}/${what}`)
  const typed = form?.name === 'handOver' ? form : undefined
  return (
    <>
      {may.handOver && (
        <Section
          title={t('monitoring.pack.handOver')}
          lead={t('monitoring.pack.handOverLead')}
          id="hand-over"
        >
          <Form
            action={at('hand-over')}
            id="hand-over"
            values={typed?.values}
            problems={typed?.problems}
            bare
          >
            <Checkbox name="asked" label={t('monitoring.pack.asked')} hint={t('monitoring.pack.askedHint')} />
            <Actions>
              <Button look="primary">{t('monitoring.pack.handOverDo')}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      <Actions>
        {pack.status === 'asked' && (
          <PostButton action={at('return')}>{t('monitoring.pack.return')}</PostButton>
        )}
        {may.end && (
          <ConfirmButton
            label={t('monitoring.pack.end')}
            confirm={t('monitoring.pack.endDo')}
            action={at('end')}
            look="danger"
          >
            <p>{t('monitoring.pack.endLead')}</p>
          </ConfirmButton>
        )}
      </Actions>
    </>
  )
}
