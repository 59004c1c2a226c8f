import { Actions, ButtonLink, CopyText, Form, HiddenField, PageHeading, Section, usePage } from '#ui/index.ts'
import { ReportFrame } from './report-frame.tsx'

const SaveAsFile = ({ kept }: { kept: string }) => {
  const { t, link } = usePage()
  return (
    <Form action={link('/report/receipt')} bare>
      <HiddenField name="kept" value={kept} />
      <Actions>
        <button class="btn" type="submit">
          {t('monitoring.report.receipt.save')}
        </button>
        <p-print data-print={t('monitoring.report.receipt.print')} />
      </Actions>
    </Form>
  )
}

/** The report is stored; here is the one thing that leads back to it. `kept` lets it be saved as a file. */
export const ReportReceiptPage = ({ receipt, kept }: { receipt: string; kept: string }) => {
  const { t, link } = usePage()
  return (
    <ReportFrame title={t('monitoring.report.receipt.title')}>
      <PageHeading title={t('monitoring.report.receipt.title')} lead={t('monitoring.report.receipt.lead')} />
      <div class="receipt">
        <p>{t('monitoring.report.receipt.label')}</p>
        <CopyText text={receipt} />
      </div>
      <p>{t('monitoring.report.receipt.once')}</p>
      <SaveAsFile kept={kept} />
      <Section title={t('monitoring.report.receipt.next')}>
        <ul class="promises">
          <li>{t('monitoring.report.receipt.answer')}</li>
          <li>{t('monitoring.report.receipt.lookAgain')}</li>
          <li>{t('monitoring.report.receipt.hide')}</li>
        </ul>
      </Section>
      <Actions>
        <ButtonLink href={link('/report/mailbox')}>{t('monitoring.report.receipt.done')}</ButtonLink>
      </Actions>
    </ReportFrame>
  )
}
