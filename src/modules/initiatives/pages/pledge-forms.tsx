import { ConfirmationPage, type NamedMember } from '#modules/network/index.ts'
import {
  Actions,
  ButtonLink,
  Card,
  Cards,
  HiddenField,
  Layout,
  PageHeading,
  Section,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'
import { currencies } from '../forms/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { NeedView, PledgeView } from '../queries/realisation-money.ts'
import { amountWords, resourceWords } from '../realisation-words.ts'
import { type ResourceKind, resourceKinds } from '../schema/realisation.ts'
import { CapacityField } from './capacity-field.tsx'
import { type FormShown, useWay } from './realisation-forms.tsx'

type Base = FormShown & { realisation: RealisationView; members: readonly NamedMember[] }

const kindHints = {
  people: 'initiatives.pledge.kindHint.people',
  money: 'initiatives.pledge.kindHint.money',
  premises: 'initiatives.pledge.kindHint.premises',
  hours: 'initiatives.pledge.kindHint.hours',
} as const

const countWords = {
  people: 'initiatives.pledge.count.people',
  money: 'initiatives.pledge.count.money',
  premises: 'initiatives.pledge.count.premises',
  hours: 'initiatives.pledge.count.hours',
} as const

/** Which kind: the fields of the next page depend on it, and nothing here needs a script. */
export const KindPage = ({ realisation, of }: { realisation: RealisationView; of: 'needs' | 'pledges' }) => {
  const { place, crumbs, t } = useWay(realisation)
  const { link } = usePage()
  const title = t(of === 'needs' ? 'initiatives.need.add' : 'initiatives.pledge.make')
  return (
    <Layout title={title} crumbs={crumbs} width="reading">
      <PageHeading title={title} />
      <Section title={t('initiatives.pledge.whichKind')}>
        <Cards>
          {resourceKinds.map(kind => (
            <Card title={t(resourceWords[kind])} href={link(`${place}/${of}/new?kind=${kind}`)}>
              <p>{t(kindHints[kind])}</p>
            </Card>
          ))}
        </Cards>
      </Section>
      <Actions>
        <ButtonLink href={link(`${place}/pledges`)} look="quiet">
          {t('network.confirmation.back')}
        </ButtonLink>
      </Actions>
    </Layout>
  )
}

const AmountFields = ({
  kind,
  name = 'amount',
  fixed,
}: {
  kind: ResourceKind
  name?: string
  fixed?: string | null
}) => {
  const { t } = usePage()
  const money = kind === 'money'
  return (
    <>
      <TextField
        name={name}
        label={money && fixed ? t('initiatives.pledge.sumIn', { currency: fixed }) : t(countWords[kind])}
        hint={money ? t('initiatives.pledge.sumHint') : undefined}
        width="short"
        inputmode={money ? 'decimal' : 'numeric'}
        required
      />
      {money && fixed === undefined && (
        <SelectField
          name="currency"
          label={t('initiatives.pledge.currency')}
          options={currencies.map(value => ({ value, label: value }))}
          required
        />
      )}
    </>
  )
}

type NeedProps = Base & { kind: ResourceKind; need: NeedView | null }

/** What it takes. Kind and currency of a need stay as they are once it is there. */
export const NeedFormPage = ({ realisation, members, kind, need, ...shown }: NeedProps) => {
  const { place, crumbs, t } = useWay(realisation)
  return (
    <ConfirmationPage
      {...shown}
      title={t(need ? 'initiatives.need.changeTitle' : 'initiatives.need.add')}
      lead={t('initiatives.need.lead')}
      crumbs={crumbs}
      action={need ? `${place}/needs/${need.id}` : `${place}/needs`}
      confirm={t(need ? 'initiatives.task.save' : 'initiatives.need.addConfirm')}
      back={`${place}/pledges`}
    >
      {need === null && (
        <>
          <HiddenField name="kind" value={kind} />
          <CapacityField members={members} label={t('initiatives.realisation.forMember')} />
        </>
      )}
      <TextField
        name="title"
        label={t('initiatives.need.what')}
        hint={t(kindHints[kind])}
        maxlength={200}
        required
      />
      <AmountFields kind={kind} fixed={need ? need.currency : undefined} />
    </ConfirmationPage>
  )
}

type PledgeProps = Base & { kind: ResourceKind; need: NeedView | null; pledge: PledgeView | null }

/** A promise, alone or in answer to a need. */
export const PledgeFormPage = ({ realisation, members, kind, need, pledge, ...shown }: PledgeProps) => {
  const { place, crumbs, t, i18n } = useWay(realisation)
  const fixed = pledge ? pledge.currency : need ? need.currency : undefined
  return (
    <ConfirmationPage
      {...shown}
      title={t(pledge ? 'initiatives.pledge.changeTitle' : 'initiatives.pledge.make')}
      lead={
        need
          ? t('initiatives.pledge.leadNeed', { need: need.title, amount: amountWords(i18n, need) })
          : t('initiatives.pledge.lead')
      }
      crumbs={crumbs}
      action={pledge ? `${place}/pledges/${pledge.id}` : `${place}/pledges`}
      confirm={t(pledge ? 'initiatives.task.save' : 'initiatives.pledge.confirm')}
      back={`${place}/pledges`}
    >
      {pledge === null && (
        <>
          <HiddenField name="kind" value={kind} />
          {need && <HiddenField name="need" value={need.id} />}
          {need?.currency && <HiddenField name="currency" value={need.currency} />}
          <CapacityField members={members} label={t('initiatives.realisation.forMember')} />
        </>
      )}
      <TextField
        name="what"
        label={t('initiatives.pledge.what')}
        hint={t(kindHints[kind])}
        maxlength={500}
        required
      />
      <AmountFields kind={kind} fixed={fixed} />
    </ConfirmationPage>
  )
}

/** What really came of a promise. */
export const ArrivalPage = ({
  realisation,
  pledge,
  ...shown
}: Omit<Base, 'members'> & { pledge: PledgeView }) => {
  const { place, crumbs, t, i18n } = useWay(realisation)
  return (
    <ConfirmationPage
      {...shown}
      title={t('initiatives.pledge.received')}
      lead={t('initiatives.pledge.receivedLead', { what: pledge.what, amount: amountWords(i18n, pledge) })}
      crumbs={crumbs}
      action={`${place}/pledges/${pledge.id}/arrival`}
      confirm={t('initiatives.pledge.receivedConfirm')}
      back={`${place}/pledges`}
    >
      <AmountFields kind={pledge.kind} name="given" fixed={pledge.currency} />
    </ConfirmationPage>
  )
}
