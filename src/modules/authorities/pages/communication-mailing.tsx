import { Alert, ButtonLink, Section, Time, usePage } from '#ui/index.ts'
import type { Mailing } from '../queries/mailing.ts'

const Left = ({ mailing }: { mailing: Mailing }) => {
  const { t } = usePage()
  const { address, handedOverAt, failed } = mailing
  if (address === null) return null
  if (handedOverAt !== null)
    return (
      <p>
        {t('authorities.mail.left', { address })} <Time at={handedOverAt} />
      </p>
    )
  if (failed) return <Alert kind="warning">{t('authorities.mail.notLeft', { address })}</Alert>
  return <p>{t('authorities.mail.leaving', { address })}</p>
}

/** How a letter left by mail, and the way to what came back by mail. */
export const CommunicationMailing = ({ number, mailing }: { number: number; mailing: Mailing }) => {
  const { link, t } = usePage()
  const { address, came } = mailing
  if (address === null && came === 0) return null
  return (
    <Section title={t('authorities.mail.section')} id="mail">
      <Left mailing={mailing} />
      {came > 0 && (
        <p>
          <ButtonLink href={link(`/communications/${number}/mail`)} icon="mail">
            {t('authorities.mail.came', { count: came })}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
