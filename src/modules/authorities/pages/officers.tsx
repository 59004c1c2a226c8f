import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  ConfirmButton,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Section,
  Table,
  TextArea,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import { canNameFirstOfficer, keepsOfficers } from '../policy/officers.ts'
import type { Colleague, OfficersBody } from '../queries/officers.ts'

export type OfficersProps = {
  body: OfficersBody
  colleagues: readonly Colleague[]
  viewer: Viewer
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

// The languages in which an invitation can be written, each in its own words.
const languages = [
  { value: 'uk', label: 'українська', lang: 'uk' },
  { value: 'pl', label: 'polski', lang: 'pl' },
  { value: 'en', label: 'English', lang: 'en' },
]

const InvitationForm = ({ body, values, problems, first }: OfficersProps & { first: boolean }) => {
  const { i18n, link, t } = usePage()
  return (
    <Form
      action={link(`/bodies/${body.id}/officers`)}
      values={values ?? { locale: i18n.locale }}
      problems={problems}
    >
      <TextField
        name="who"
        label={t('authorities.desk.officers.who')}
        hint={t('authorities.desk.officers.whoHint')}
        maxlength={200}
        required
      />
      <TextField
        name="address"
        type="email"
        label={t('authorities.desk.officers.address')}
        hint={t('authorities.desk.officers.addressHint')}
        width="medium"
        maxlength={254}
        required
      />
      <RadioGroup
        name="locale"
        label={t('authorities.desk.officers.language')}
        options={languages}
        columns
        required
      />
      {first && (
        <TextArea
          name="reason"
          label={t('authorities.desk.officers.reason')}
          hint={t('authorities.desk.officers.reasonHint')}
          rows={3}
          maxlength={4000}
          required
        />
      )}
      <Actions>
        <Button look="primary" icon="mail">
          {t(first ? 'authorities.desk.officers.propose' : 'authorities.desk.officers.invite')}
        </Button>
      </Actions>
    </Form>
  )
}

const Terms = ({ body, colleagues, viewer }: Pick<OfficersProps, 'body' | 'colleagues' | 'viewer'>) => {
  const { link, t } = usePage()
  const last = colleagues.filter(({ inOffice }) => inOffice).length === 1
  const End = ({ colleague }: { colleague: Colleague }) => (
    <ConfirmButton
      label={t('authorities.desk.officers.end')}
      confirm={t('authorities.desk.officers.endConfirm')}
      action={link(`/bodies/${body.id}/officers/${colleague.person}/end`)}
      look="danger"
      small
    >
      <p>
        {t(
          last
            ? 'authorities.desk.officers.endLast'
            : colleague.person === viewer.account
              ? 'authorities.desk.officers.endOwn'
              : 'authorities.desk.officers.endHelp',
        )}
      </p>
    </ConfirmButton>
  )
  return (
    <Table
      caption={t('authorities.desk.officers.title')}
      captionHidden
      columns={[
        {
          label: t('authorities.desk.officers.name'),
          heading: true,
          cell: (one: Colleague) => one.name || t('authorities.desk.officers.unnamed'),
        },
        {
          label: t('authorities.desk.officers.from'),
          cell: (one: Colleague) => <Time at={one.since} style="short" />,
        },
        {
          label: t('authorities.desk.officers.until'),
          cell: (one: Colleague) => (one.until ? <Time at={one.until} style="short" /> : '–'),
        },
        {
          label: t('authorities.desk.officers.action'),
          cell: (one: Colleague) => (one.inOffice ? <End colleague={one} /> : '–'),
        },
      ]}
      rows={colleagues}
    />
  )
}

const First = (props: OfficersProps) => {
  const { link, t } = usePage()
  const { body, viewer } = props
  if (body.hasOfficers) return <Alert kind="info">{t('authorities.desk.officers.onPlatform')}</Alert>
  if (body.proposed) {
    return (
      <Alert kind="info">
        {t('authorities.desk.officers.proposed')}{' '}
        <a href={link('/acts')}>{t('authorities.desk.officers.acts')}</a>
      </Alert>
    )
  }
  if (!canNameFirstOfficer(viewer, body))
    return <Alert kind="info">{t('authorities.desk.officers.notKeeper')}</Alert>
  return <InvitationForm {...props} first />
}

/** Who answers for a public body: for those who do; and for coordinators, who bring the first one. */
export const OfficersPage = (props: OfficersProps) => {
  const { i18n, rootLink, t } = usePage()
  const { body, problems = [], refusal } = props
  const name = i18n.text(body.name).value
  const own = keepsOfficers(body)
  return (
    <Layout
      title={t('authorities.desk.officers.title')}
      width="form"
      invalid={problems.length > 0 || !!refusal}
    >
      <PageHeading
        title={t('authorities.desk.officers.title')}
        kicker={name}
        lead={t(own ? 'authorities.desk.officers.lead' : 'authorities.desk.officers.firstLead')}
      />
      <Refused refusal={refusal} />
      {own ? (
        <>
          <Terms {...props} />
          <Section
            title={t('authorities.desk.officers.inviteTitle')}
            lead={t('authorities.desk.officers.inviteLead')}
          >
            <InvitationForm {...props} first={false} />
          </Section>
          <ButtonLink href={rootLink('/desk')} look="quiet">
            {t('authorities.desk.title')}
          </ButtonLink>
        </>
      ) : (
        <First {...props} />
      )}
    </Layout>
  )
}
