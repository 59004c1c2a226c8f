import {
  Actions,
  Button,
  CheckboxGroup,
  ComparedText,
  Form,
  type FormValues,
  HiddenField,
  type Problem,
  Section,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { longestText, type PackField, type PackTexts, packFields } from '../packs/draft.ts'
import { type Finding, proposeRedactions } from '../packs/propose-redactions.ts'
import { fieldHints, fieldWords, findingWords } from '../packs/words.ts'
import type { PackView } from '../queries/packs.ts'

/** One incident of a pack as it is being written. */
export type DraftShown = {
  n: number
  seen: string
  reason: string
  /** What is written, or was just typed. */
  texts: PackTexts
  /** What was told; null where the vault closed meanwhile. */
  told: { texts: PackTexts; names: string[] } | null
  problems?: readonly Problem[]
}

type Props = { pack: PackView; draft: DraftShown }

const around = 30

/** Where it stands: the words before and after it. */
function placeOf(text: string, { start, end }: Finding): string {
  const before = text.slice(Math.max(0, start - around), start)
  const after = text.slice(end, end + around)
  return `${start > around ? '…' : ''}${before}【${text.slice(start, end)}】${after}${end + around < text.length ? '…' : ''}`
}

const Findings = ({ pack, draft }: Props) => {
  const { t } = usePage()
  const names = draft.told?.names ?? []
  const options = packFields[pack.kind].flatMap(field =>
    proposeRedactions(draft.texts[field] ?? '', names).map(finding => ({
      value: `${field}:${finding.text}`,
      label: t('monitoring.pack.finding.line', {
        kind: t(findingWords[finding.kind]),
        text: finding.text,
        field: t(fieldWords[field]),
      }),
      hint: placeOf(draft.texts[field]!, finding),
    })),
  )
  // The same words twice in one text go out together.
  const once = options.filter((one, n) => options.findIndex(({ value }) => value === one.value) === n)
  if (once.length === 0) return <p>{t('monitoring.pack.finding.none')}</p>
  return (
    <>
      <CheckboxGroup
        name="redact"
        label={t('monitoring.pack.finding.title')}
        hint={t('monitoring.pack.finding.lead')}
        options={once}
      />
      <Actions>
        <Button name="next" value="redact" icon="eye-off">
          {t('monitoring.pack.finding.takeOut')}
        </Button>
      </Actions>
    </>
  )
}

const lines = (field: PackField) => (field === 'office' ? 2 : field === 'sender' ? 3 : 10)

const Texts = ({ pack }: Pick<Props, 'pack'>) => {
  const { t } = usePage()
  return (
    <>
      {packFields[pack.kind].map((field: PackField) => {
        const hint = fieldHints[field]
        return (
          <TextArea
            name={field}
            label={t(fieldWords[field])}
            hint={hint && t(hint)}
            rows={pack.kind === 'odihr' ? 6 : lines(field)}
            maxlength={longestText[pack.kind]}
            lang={pack.lang}
          />
        )
      })}
    </>
  )
}

const Ways = ({ pack, draft: { n } }: Props) => {
  const { t } = usePage()
  const last = pack.incidents.length - 1
  return (
    <Actions>
      <Button look="primary" name="next" value="keep">
        {t('monitoring.pack.keep')}
      </Button>
      {n > 0 && (
        <Button name="next" value={String(n - 1)}>
          {t('monitoring.pack.keepBack')}
        </Button>
      )}
      {n < last && (
        <Button name="next" value={String(n + 1)}>
          {t('monitoring.pack.keepOn')}
        </Button>
      )}
      <Button name="next" value="ask">
        {t('monitoring.pack.ask')}
      </Button>
    </Actions>
  )
}

/** What changed between what was told and what will be sent. */
export const RedactionDiff = ({
  pack,
  told,
  texts,
}: {
  pack: PackView
  told: PackTexts
  texts: PackTexts
}) => {
  const { t } = usePage()
  const labels = { before: t('monitoring.pack.told'), after: t('monitoring.pack.toSend') }
  return (
    <>
      {packFields[pack.kind]
        .filter((field: PackField) => told[field] || texts[field])
        .map((field: PackField) => (
          <ComparedText
            title={t(fieldWords[field])}
            before={told[field] ?? ''}
            after={texts[field] ?? ''}
            locale={pack.lang}
            labels={labels}
          />
        ))}
    </>
  )
}

/** Where a pack is written, incident by incident, beside what was told. */
export const PackDraft = ({ pack, draft }: Props) => {
  const { link, t } = usePage()
  const { n, seen, reason, texts, told, problems } = draft
  const of = { n: n + 1, of: pack.incidents.length, code: pack.incidents[n]!.code }
  const values: FormValues = { ...texts, reason }
  return (
    <>
      <Section title={t('monitoring.pack.writing', of)} lead={t('monitoring.pack.writingLead')} id="draft">
        <Form action={link(`/packs/${pack.id}/draft`)} id="draft" values={values} problems={problems}>
          <HiddenField name="n" value={String(n)} />
          <HiddenField name="seen" value={seen} />
          <Texts pack={pack} />
          <Findings pack={pack} draft={draft} />
          <TextField
            name="reason"
            label={t('monitoring.incident.opening.reason')}
            hint={t('monitoring.incident.opening.reasonHint')}
            maxlength={500}
            required
          />
          <Ways pack={pack} draft={draft} />
        </Form>
      </Section>
      {told && (
        <Section title={t('monitoring.pack.diff')} lead={t('monitoring.pack.diffLead')}>
          <RedactionDiff pack={pack} told={told.texts} texts={texts} />
        </Section>
      )}
    </>
  )
}
