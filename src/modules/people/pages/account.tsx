import type { FormValues, Problem } from '#platform/http/form.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  PostButton,
  RadioGroup,
  Section,
  Table,
  Text,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import { digests } from '../forms/account.ts'
import { languagesByName } from '../languages-by-name.ts'
import type { OwnUmbrella } from '../queries/own-umbrellas.ts'
import { roleWord } from '../role-words.ts'
import { AccountFrame } from './account-frame.tsx'

const digestKeys = {
  each: ['people.digest.each', 'people.digest.eachHint'],
  daily: ['people.digest.daily', 'people.digest.dailyHint'],
  weekly: ['people.digest.weekly', 'people.digest.weeklyHint'],
  none: ['people.digest.none', 'people.digest.noneHint'],
} as const satisfies Record<(typeof digests)[number], readonly [MessageKey, MessageKey]>

/** A page of the person's own, outside of umbrellas. */
export type OwnPage = { path: string; label: MessageKey }

type Props = {
  values: FormValues
  problems?: readonly Problem[]
  umbrellas: readonly OwnUmbrella[]
  pages: readonly OwnPage[]
}

const Umbrellas = ({ umbrellas }: { umbrellas: readonly OwnUmbrella[] }) => {
  const { i18n, t } = usePage()
  return (
    <Table
      caption={t('people.account.umbrellas')}
      captionHidden
      columns={[
        {
          label: t('people.account.umbrella'),
          heading: true,
          cell: row => (
            <a href={`/${i18n.lang}/${row.slug}`}>
              <Text value={row.name} note={false} />
            </a>
          ),
        },
        {
          label: t('people.account.roles'),
          cell: row => i18n.list(row.roles.map(role => roleWord(i18n, role))) || '–',
        },
        { label: t('people.account.since'), cell: row => row.since && <Time at={row.since} style="short" /> },
      ]}
      rows={umbrellas}
      empty={
        <EmptyState title={t('people.account.noUmbrellas')}>{t('people.account.noUmbrellasHelp')}</EmptyState>
      }
    />
  )
}

const Choices = ({ values, problems }: Pick<Props, 'values' | 'problems'>) => {
  const { t, rootLink } = usePage()
  return (
    <Form action={rootLink('/account')} values={values} problems={problems}>
      <TextField
        name="name"
        label={t('people.form.name')}
        hint={t('people.form.nameHint')}
        autocomplete="name"
        maxlength={200}
        required
      />
      <RadioGroup
        name="locale"
        label={t('people.form.locale')}
        hint={t('people.form.localeHint')}
        options={languagesByName}
        required
      />
      <RadioGroup
        name="digest"
        label={t('people.digest.label')}
        hint={t('people.digest.hint')}
        options={digests.map(value => ({
          value,
          label: t(digestKeys[value][0]),
          hint: t(digestKeys[value][1]),
        }))}
        required
      />
      <Actions>
        <Button look="primary">{t('people.account.save')}</Button>
      </Actions>
    </Form>
  )
}

export const AccountPage = ({ values, problems = [], umbrellas, pages }: Props) => {
  const { t, rootLink } = usePage()
  return (
    <AccountFrame title={t('people.account.title')} place="account" invalid={problems.length > 0}>
      {pages.length > 0 && (
        <Actions>
          {pages.map(({ path, label }) => (
            <ButtonLink href={rootLink(path)} look="primary">
              {t(label)}
            </ButtonLink>
          ))}
        </Actions>
      )}
      <Section title={t('people.account.umbrellas')}>
        <Umbrellas umbrellas={umbrellas} />
      </Section>
      <Section title={t('people.account.you')}>
        <Choices values={values} problems={problems} />
      </Section>
      <PostButton action={rootLink('/sign-out')} icon="log-out">
        {t('people.signOut')}
      </PostButton>
    </AccountFrame>
  )
}
