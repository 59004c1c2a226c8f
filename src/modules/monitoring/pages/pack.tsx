import {
  Actions,
  Alert,
  Badge,
  Button,
  DescriptionList,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Time,
  usePage,
} from '#ui/index.ts'
import { addresseeWords, kindWords, statusTones, statusWords, whenWords } from '../packs/words.ts'
import type { NamedOpening } from '../queries/openings.ts'
import type { PackInside } from '../queries/pack-texts.ts'
import type { PackView } from '../queries/packs.ts'
import { OpeningForm, Openings } from './incident-sealed.tsx'
import { type DraftShown, PackDraft, RedactionDiff } from './pack-draft.tsx'
import { Files, Next } from './pack-next.tsx'
import { PackName } from './packs.tsx'

export type PackPageProps = {
  pack: PackView
  openings: readonly NamedOpening[]
  may: { draft: boolean; confirm: boolean; handOver: boolean; end: boolean }
  draft?: DraftShown
  /** Opened to be read, with the reason that was given. */
  reading?: { inside: PackInside; reason: string }
  refusal?: RefusalShown
  said?: 'monitoring.said.packKept' | 'monitoring.said.packTakenOut'
  form?: { name: 'opening' | 'handOver'; values: FormValues; problems: readonly Problem[] }
}

const Facts = ({ pack }: Pick<PackPageProps, 'pack'>) => {
  const { i18n, t } = usePage()
  const by = (name: string | null) => name ?? t('monitoring.incident.opening.forgotten')
  return (
    <DescriptionList
      facts={[
        {
          term: t('monitoring.pack.begunOn'),
          value: (
            <>
              <Time at={pack.begunOn} /> · {by(pack.begunBy)}
            </>
          ),
        },
        pack.addressee && {
          term: t('monitoring.pack.addressee.label'),
          value: t(addresseeWords[pack.addressee]),
        },
        { term: t('monitoring.pack.language'), value: i18n.language(pack.lang) },
        pack.askedBy !== null && { term: t('monitoring.pack.askedBy'), value: by(pack.askedByName) },
        pack.confirmedAt !== null && {
          term: t('monitoring.pack.confirmedBy'),
          value: (
            <>
              <Time at={pack.confirmedAt} style="short" /> · {by(pack.confirmedByName)}
            </>
          ),
        },
        pack.handedAt !== null && {
          term: t('monitoring.pack.handedBy'),
          value: (
            <>
              <Time at={pack.handedAt} style="short" /> · {by(pack.handedByName)}
            </>
          ),
        },
        pack.toldAgreed && {
          term: t('monitoring.pack.toldAgreedTerm'),
          value: t('monitoring.pack.toldAgreed'),
        },
      ]}
    />
  )
}

const Incidents = ({ pack: { incidents } }: Pick<PackPageProps, 'pack'>) => {
  const { i18n, link, t } = usePage()
  return (
    <Section title={t('monitoring.pack.incidents')} lead={t('monitoring.pack.consentLead')}>
      <ul class="plain-list">
        {incidents.map(incident => (
          <li>
            <a href={link(`/incidents/${incident.code}`)}>{incident.code}</a> · {whenWords(i18n, incident)}{' '}
            <Badge tone={incident.lacksConsent ? 'bad' : 'good'}>
              {t(incident.lacksConsent ? 'monitoring.pack.consentGone' : 'monitoring.pack.consentHolds')}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Reading = ({
  pack,
  reading,
  may,
}: PackPageProps & { reading: NonNullable<PackPageProps['reading']> }) => {
  const { link, t } = usePage()
  const { inside, reason } = reading
  return (
    <Section title={t('monitoring.pack.diff')} lead={t('monitoring.pack.diffLead')} id="texts">
      {pack.incidents.map(({ id, code }, n) => (
        <>
          {pack.incidents.length > 1 && (
            <h3>{t('monitoring.pack.writing', { n: n + 1, of: pack.incidents.length, code })}</h3>
          )}
          <RedactionDiff
            pack={pack}
            told={inside.told.find(({ incident }) => incident === id)?.texts ?? {}}
            texts={inside.entries.find(({ incident }) => incident === id)?.texts ?? {}}
          />
        </>
      ))}
      {may.confirm && (
        <Form action={link(`/packs/${pack.id}/confirmation`)} id="confirmation" bare>
          <HiddenField name="seen" value={inside.part} />
          <HiddenField name="reason" value={reason} />
          <p>{t('monitoring.pack.confirmLead')}</p>
          <Actions>
            <Button look="primary">{t('monitoring.pack.confirm')}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

const Texts = (props: PackPageProps) => {
  const { link, t } = usePage()
  const { pack, openings, draft, reading, form } = props
  if (pack.recordId === null) return <p>{t('monitoring.pack.purged')}</p>
  if (draft) return <PackDraft pack={pack} draft={draft} />
  if (reading) return <Reading {...props} reading={reading} />
  return (
    <Section title={t('monitoring.incident.opening.title')} lead={t('monitoring.pack.openLead')} id="texts">
      <OpeningForm
        action={link(`/packs/${pack.id}/opening`)}
        form={form?.name === 'opening' ? form : undefined}
      />
      <Openings openings={openings} />
    </Section>
  )
}

/** One pack: how far it is, whether everybody still agrees, and after opening what it says. */
export const PackPage = (props: PackPageProps) => {
  const { t } = usePage()
  const { pack, refusal, said, form, draft } = props
  const lacking = pack.incidents.filter(({ lacksConsent }) => lacksConsent).length
  const open = pack.status !== 'ended' && pack.status !== 'handed_over'
  return (
    <Layout
      title={t(kindWords[pack.kind])}
      crumbs={[{ label: t('monitoring.pack.title'), path: '/packs' }]}
      invalid={refusal !== undefined || form !== undefined || (draft?.problems?.length ?? 0) > 0}
    >
      <PageHeading title={<PackName {...pack} />}>
        <p>
          <Badge tone={statusTones[pack.status]}>{t(statusWords[pack.status])}</Badge>
        </p>
      </PageHeading>
      <Refused refusal={refusal} />
      {said && (
        <Alert kind="success" focused>
          {t(said)}
        </Alert>
      )}
      {open && lacking > 0 && !refusal && (
        <Alert kind="warning">{t('monitoring.pack.blocked', { count: lacking })}</Alert>
      )}
      <Facts pack={pack} />
      <Texts {...props} />
      <Files pack={pack} />
      <Incidents pack={pack} />
      <Next {...props} />
    </Layout>
  )
}
