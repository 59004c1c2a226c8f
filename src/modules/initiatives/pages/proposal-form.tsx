import type { NamedMember } from '#modules/network/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  LocalisedField,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  TextField,
  usePage,
} from '#ui/index.ts'
import { isChangeable } from '../declared-rules.ts'
import { valueField } from '../forms/proposals.ts'
import type { RuleStanding } from '../queries/coalition-rules.ts'
import type { ProposalKind } from '../schema/proposals.ts'
import { NewsFields } from './asked-again.tsx'
import { CapacityField } from './capacity-field.tsx'

export type ProposalFormProps = {
  kind: ProposalKind
  /** The text that shall change, or end. */
  text: { number: number; title: string } | null
  ends: boolean
  rules: readonly RuleStanding[]
  members: readonly NamedMember[]
  /** Number and version of the proposal that is rewritten. */
  revises: { number: number; version: number } | null
  /** Number of the decision about which it asks again. */
  previous: number | null
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Values = ({ rules }: Pick<ProposalFormProps, 'rules'>) => {
  const { i18n, t } = usePage()
  return (
    <Section title={t('initiatives.rule.values')} lead={t('initiatives.rule.changeLead')}>
      {rules.filter(isChangeable).map(rule => (
        <TextField
          name={valueField(rule.key)}
          label={t(rule.label)}
          hint={t('initiatives.rule.now', {
            value: i18n.number(rule.value),
            minimum: i18n.number(rule.minimum),
            maximum: i18n.number(rule.maximum),
          })}
          width="short"
          inputmode="numeric"
        />
      ))}
    </Section>
  )
}

const titleOf = ({ kind, text, ends, revises, previous }: ProposalFormProps) => {
  if (revises) return 'initiatives.change.revise' as const
  if (previous !== null) return 'initiatives.again.ask' as const
  if (kind === 'values') return 'initiatives.rule.propose' as const
  if (ends) return 'initiatives.agreed.end' as const
  if (text) return 'initiatives.agreed.change' as const
  return kind === 'goal' ? ('initiatives.goal.propose' as const) : ('initiatives.agreed.propose' as const)
}

/** A proposal as its member writes it: what shall change, and why. */
export const ProposalFormPage = (props: ProposalFormProps) => {
  const { kind, text, ends, rules, members, revises, previous, values, problems = [], refusal } = props
  const { link, t } = usePage()
  const title = t(titleOf(props))
  const back =
    previous !== null
      ? `/decisions/${previous}#again`
      : revises
        ? `/changes/${revises.number}`
        : text
          ? `/agreed-texts/${text.number}`
          : '/rules'
  return (
    <Layout
      title={title}
      width="form"
      crumbs={[{ label: t('initiatives.rule.title'), path: '/rules' }]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading
        title={title}
        {...(text ? { kicker: text.title } : {})}
        lead={t(revises ? 'initiatives.change.reviseLead' : 'initiatives.change.formLead')}
      />
      <Refused refusal={refusal} />
      <Form
        action={link(revises ? `/changes/${revises.number}/revision` : `/changes/new/${kind}`)}
        values={values}
        problems={problems}
      >
        {text && <HiddenField name="text" value={String(text.number)} />}
        {ends && <HiddenField name="end" value="yes" />}
        {revises && <HiddenField name="base" value={String(revises.version)} />}
        {previous !== null && <NewsFields decision={previous} />}
        {kind === 'values' && <Values rules={rules} />}
        <LocalisedField
          name="title"
          label={t(kind === 'values' ? 'initiatives.change.title' : 'initiatives.change.textTitle')}
          hint={t('initiatives.change.languagesHint')}
          maxlength={200}
          required
        />
        {kind !== 'values' && !ends && (
          <LocalisedField
            name="body"
            label={t('initiatives.change.wording')}
            maxlength={20_000}
            multiline
            rows={10}
            required
          />
        )}
        <LocalisedField
          name="reasons"
          label={t('initiatives.change.reasons')}
          hint={t('initiatives.change.reasonsHint')}
          maxlength={4000}
          multiline
          required
        />
        <CapacityField members={members} label={t('initiatives.change.member')} />
        <Actions>
          <Button look="primary">
            {t(revises ? 'initiatives.change.publishRevision' : 'initiatives.change.publish')}
          </Button>
          <ButtonLink href={link(back)} look="quiet">
            {t('initiatives.change.cancel')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
