import { fieldsOfWork, languageChoices } from '#modules/network/index.ts'
import {
  Actions,
  Alert,
  Button,
  CheckboxGroup,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { longestFacts } from '../forms/letters.ts'
import type { CommunicationView } from '../queries/communication.ts'
import { communicationKinds, directions } from '../schema/communications.ts'
import { directionWords, kindWords } from '../words.ts'

type Props = {
  letter: Pick<CommunicationView, 'id' | 'kind' | 'membershipId' | 'body' | 'origin'>
  /** How many grounds and proposals there is room for. */
  room: { grounds: number; proposals: number }
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Ground = ({ n, lang, needed }: { n: number; lang: string; needed: boolean }) => {
  const { i18n, t } = usePage()
  return (
    <fieldset class="repeated">
      <legend>{t('authorities.letter.ground', { n: i18n.number(n + 1) })}</legend>
      <TextField
        name={`ground-${n}-title`}
        label={t('authorities.letter.law')}
        maxlength={300}
        lang={lang}
        required={needed}
      />
      <TextField
        name={`ground-${n}-article`}
        label={t('authorities.letter.article')}
        width="medium"
        maxlength={200}
      />
      <TextField
        name={`ground-${n}-version`}
        label={t('authorities.letter.version')}
        hint={t('authorities.letter.versionHint')}
        width="medium"
        maxlength={120}
      />
      <TextField name={`ground-${n}-url`} type="url" label={t('authorities.letter.link')} maxlength={300} />
      <TextArea
        name={`ground-${n}-quote`}
        label={t('authorities.letter.quote')}
        rows={3}
        maxlength={3000}
        lang={lang}
      />
    </fieldset>
  )
}

// Criticism needs the first of each; a request for information none.
const Reasons = ({ room, lang, asks }: Pick<Props, 'room'> & { lang: string; asks: boolean }) => {
  const { i18n, t } = usePage()
  return (
    <>
      <section class="section" id="grounds">
        <h2>{t('authorities.letter.grounds')}</h2>
        <p>{t('authorities.letter.groundsHint')}</p>
        {Array.from({ length: room.grounds }, (_, n) => (
          <Ground n={n} lang={lang} needed={n === 0 && !asks} />
        ))}
        <Button name="intent" value="ground" icon="plus" small>
          {t('authorities.letter.addGround')}
        </Button>
      </section>
      <section class="section" id="proposals">
        <h2>{t('authorities.letter.proposals')}</h2>
        <p>{t('authorities.letter.proposalsHint')}</p>
        {Array.from({ length: room.proposals }, (_, n) => (
          <TextArea
            name={`proposal-${n}`}
            label={t('authorities.letter.proposal', { n: i18n.number(n + 1) })}
            rows={3}
            maxlength={4000}
            lang={lang}
            required={n === 0 && !asks}
          />
        ))}
        <Button name="intent" value="proposal" icon="plus" small>
          {t('authorities.letter.addProposal')}
        </Button>
      </section>
    </>
  )
}

const About = () => {
  const { i18n, t } = usePage()
  return (
    <section class="section">
      <h2>{t('authorities.letter.about')}</h2>
      <CheckboxGroup
        name="directions"
        label={t('authorities.letter.directions')}
        hint={t('authorities.letter.directionsHint')}
        options={directions.map(value => ({ value, label: t(directionWords[value]) }))}
      />
      <CheckboxGroup
        name="topics"
        label={t('authorities.letter.topics')}
        columns
        options={fieldsOfWork.choices(i18n)}
      />
    </section>
  )
}

const Kind = ({ letter }: Pick<Props, 'letter'>) => {
  const { i18n, t } = usePage()
  return (
    <>
      <SelectField
        name="kind"
        label={t('authorities.letter.kind')}
        options={communicationKinds.map(value => ({ value, label: t(kindWords[value]) }))}
        empty={null}
        required
      />
      {letter.membershipId !== null && (
        <RadioGroup
          name="through"
          label={t('authorities.letter.through')}
          required
          options={[
            { value: 'own', label: t('authorities.letter.throughOwn') },
            { value: 'coalition', label: t('authorities.letter.throughCoalition') },
          ]}
        />
      )}
      <SelectField
        name="lang"
        label={t('authorities.letter.lang')}
        hint={
          letter.body.languages.length > 0
            ? t('authorities.letter.langHint', {
                languages: i18n.list(letter.body.languages.map(tag => i18n.language(tag))),
              })
            : undefined
        }
        options={languageChoices(i18n)}
        empty={null}
        required
      />
    </>
  )
}

/** The words of a letter on one page that can be saved at any time, with everything still missing. */
export const LetterFormPage = ({ letter, room, values, problems = [], refusal }: Props) => {
  const { i18n, link, t } = usePage()
  const at = `/communications/drafts/${letter.id}`
  const lang = String(values.lang ?? i18n.lang)
  const asks = values.kind === 'information_request'
  const title = t('authorities.letter.write')
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('authorities.letter.draftsTitle'), path: '/communications/drafts' },
        { label: t('authorities.letter.draft'), path: at },
      ]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading
        title={title}
        kicker={i18n.text(letter.body.name).value}
        lead={t(asks ? 'authorities.letter.askLead' : 'authorities.letter.reasonedLead')}
      />
      <Refused refusal={refusal} />
      {letter.origin === 'pack' && <Alert kind="warning">{t('authorities.letter.fromPack')}</Alert>}
      <Form action={link(`${at}/text`)} values={values} problems={problems}>
        <HiddenField name="seen" value={String(values.seen ?? '')} />
        <Kind letter={letter} />
        <TextField name="title" label={t('authorities.letter.title')} maxlength={300} lang={lang} required />
        <TextArea
          name="facts"
          label={t(asks ? 'authorities.letter.asked' : 'authorities.letter.facts')}
          hint={t(asks ? 'authorities.letter.askedHint' : 'authorities.letter.factsHint')}
          rows={12}
          maxlength={longestFacts}
          lang={lang}
          required
        />
        <Reasons room={room} lang={lang} asks={asks} />
        <About />
        <Actions>
          <Button look="primary" name="intent" value="review">
            {t('authorities.letter.goReview')}
          </Button>
          <Button name="intent" value="save">
            {t('authorities.letter.saveDraft')}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
