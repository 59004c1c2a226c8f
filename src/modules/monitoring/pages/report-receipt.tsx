import type { PropsWithChildren } from 'hono/jsx'
import { Actions, ButtonLink, CopyText, PageHeading, PostButton, Section, usePage } from '#ui/index.ts'
import { ReportFrame } from './report-frame.tsx'

type ReceiptProps = PropsWithChildren<{ receipt: string }>

/** The receipt and what comes next; `children` save it as a file. */
export const ReceiptShown = ({ receipt, children }: ReceiptProps) => {
  const { t, link } = usePage()
  return (
    <>
      <PageHeading title={t('monitoring.report.receipt.title')} lead={t('monitoring.report.receipt.lead')} />
      <div class="receipt">
        <p>{t('monitoring.report.receipt.label')}</p>
        <CopyText text={receipt} />
      </div>
      <p>{t('monitoring.report.receipt.once')}</p>
      <Actions>
        {children}
        <p-print data-print={t('monitoring.report.receipt.print')} />
      </Actions>
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
    </>
  )
}

/** The report is stored; here is the one thing that leads back to it. `kept` lets it be saved as a file. */
export const ReportReceiptPage = ({ receipt, kept }: { receipt: string; kept: string }) => {
  const { t, link } = usePage()
  return (
    <ReportFrame title={t('monitoring.report.receipt.title')}>
      <ReceiptShown receipt={receipt}>
        <PostButton action={link('/report/receipt')} fields={{ kept }}>
          {t('monitoring.report.receipt.save')}
        </PostButton>
      </ReceiptShown>
    </ReportFrame>
  )
}
