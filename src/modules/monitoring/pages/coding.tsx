import {
  Actions,
  Button,
  ButtonLink,
  ConfirmButton,
  Form,
  type FormValues,
  Section,
  usePage,
} from '#ui/index.ts'
import type { OpenedPlaces } from '../actions/open-sealed.ts'
import type { Vocabulary } from '../coding/vocabulary.ts'
import { type IncidentView, placesOf } from '../queries/incident.ts'
import { BelowIncident, type Told } from './below-incident.tsx'
import { CodingFields } from './coding-fields.tsx'
import type { FormShown } from './incident.tsx'
import { OpenedTexts, OpeningForm } from './incident-sealed.tsx'

export type CodingPageProps = Told & {
  incident: IncidentView
  vocabulary: Vocabulary
  values: FormValues
  opened?: OpenedPlaces
  opening?: FormShown
}

const Texts = ({ incident, opened, opening }: CodingPageProps) => {
  const { link, t } = usePage()
  if (placesOf(incident).length === 0) return null
  return (
    <Section title={t('monitoring.incident.opening.title')} id="texts">
      {opened ? (
        <OpenedTexts incident={incident} opened={opened} />
      ) : (
        <>
          <p>{t('monitoring.coding.openFirst')}</p>
          <OpeningForm
            action={link(`/incidents/${incident.code}/coding/opening`)}
            reason={t('monitoring.coding.reason')}
            form={opening}
          />
        </>
      )}
    </Section>
  )
}

/** One person's choice of codes. Nothing of what anybody else chose is on this page. */
export const CodingPage = (props: CodingPageProps) => {
  const { incident, vocabulary, values, ...told } = props
  const { link, t } = usePage()
  const at = (place: string) => link(`/incidents/${incident.code}${place}`)
  return (
    <BelowIncident
      code={incident.code}
      title={t('monitoring.coding.title')}
      lead={t('monitoring.coding.lead')}
      problems={told.problems}
      refusal={told.refusal}
    >
      <Texts {...props} />
      <Form action={at('/coding')} values={values} problems={told.problems}>
        <CodingFields vocabulary={vocabulary} />
        <p>{t('monitoring.coding.finishLead')}</p>
        <Actions>
          <Button name="intent" value="draft">
            {t('monitoring.coding.keep')}
          </Button>
          <Button name="intent" value="finish" look="primary">
            {t('monitoring.coding.finish')}
          </Button>
          <ButtonLink href={at('')} look="quiet">
            {t('monitoring.incident.back')}
          </ButtonLink>
        </Actions>
      </Form>
      {incident.mine === 'open' && (
        <ConfirmButton
          action={at('/coding/return')}
          label={t('monitoring.coding.giveBack')}
          confirm={t('monitoring.coding.giveBackConfirm')}
          look="quiet"
        >
          <p>{t('monitoring.coding.giveBackLead')}</p>
        </ConfirmButton>
      )}
    </BelowIncident>
  )
}
