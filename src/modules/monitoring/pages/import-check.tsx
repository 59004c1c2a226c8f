import {
  Actions,
  ButtonLink,
  Layout,
  PageHeading,
  PostButton,
  type RefusalShown,
  Refused,
  usePage,
} from '#ui/index.ts'
import { DiscardDraft, ImportSteps } from './import-steps.tsx'
import { ImportTrial, type Trial } from './import-trial.tsx'

type Props = { name: string; trial: Trial; refusal?: RefusalShown }

/** What recording would do, with every remark by row and column, before it is done. */
export const ImportCheckPage = ({ name, trial, refusal }: Props) => {
  const { link, t } = usePage()
  const { rows, refused } = trial.summary
  return (
    <Layout
      title={t('monitoring.import.step.check')}
      crumbs={[{ label: t('monitoring.import.page.title'), path: '/incidents/import' }]}
      invalid={refusal !== undefined || !trial.usable}
    >
      <PageHeading
        title={t('monitoring.import.step.check')}
        kicker={<bdi>{name}</bdi>}
        lead={t('monitoring.import.draft.checkLead')}
      />
      <ImportSteps current="check" />
      <Refused refusal={refusal} />
      <Actions>
        {trial.usable && (
          <PostButton action={link('/incidents/import/recording')} look="primary">
            {t('monitoring.import.draft.record', { rows: rows - refused })}
          </PostButton>
        )}
        <ButtonLink href={link('/incidents/import/draft/values')}>
          {t('monitoring.import.draft.change')}
        </ButtonLink>
        <ButtonLink href={link('/incidents/import/draft/mapping.json')} icon="download" download>
          {t('monitoring.import.map.download')}
        </ButtonLink>
      </Actions>
      <ImportTrial trial={trial} />
      <DiscardDraft />
    </Layout>
  )
}
