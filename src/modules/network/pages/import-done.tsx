import {
  Actions,
  ButtonLink,
  DescriptionList,
  Layout,
  PageHeading,
  type RefusalShown,
  Refused,
  Time,
  usePage,
} from '#ui/index.ts'
import type { ImportSummary } from '../import/summary.ts'
import type { ImportView } from '../queries/imports.ts'
import { ImportFigures } from './import-check.tsx'
import { ImportSteps } from './import-steps.tsx'

type Props = { list: ImportView; summary: ImportSummary; refusal?: RefusalShown }

/** What an import did, and where to go from here. */
export const ImportDonePage = ({ list, summary, refusal }: Props) => {
  const { link, t } = usePage()
  const { person, finishedAt } = list
  return (
    <Layout
      title={t('network.import.doneTitle')}
      crumbs={[{ label: t('network.import.title'), path: '/import' }]}
    >
      <PageHeading
        title={t('network.import.doneTitle')}
        kicker={<bdi>{list.fileName}</bdi>}
        lead={t('network.import.doneLead', { rows: summary.rows })}
      />
      <ImportSteps current="done" id={list.id} />
      <Refused refusal={refusal} />
      <ImportFigures summary={summary} />
      {summary.proposed > 0 && <p>{t('network.import.proposedLead')}</p>}
      <DescriptionList
        facts={[
          person !== null && { term: t('network.import.who'), value: person },
          finishedAt !== null && { term: t('network.import.when'), value: <Time at={finishedAt} /> },
        ]}
      />
      <Actions>
        <ButtonLink href={link('/memberships')} look="primary">
          {t('network.import.seeMembers')}
        </ButtonLink>
        <ButtonLink href={link('/duplicates')}>{t('network.import.seeDuplicates')}</ButtonLink>
        <ButtonLink href={link('/import')} look="quiet">
          {t('network.import.another')}
        </ButtonLink>
      </Actions>
    </Layout>
  )
}
