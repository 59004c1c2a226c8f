import { Actions, Alert, CopyText, Layout, PageHeading, PostButton, usePage } from '#ui/index.ts'

/** The secret address at which a person's calendar reads the days; shown once. */
export const DeadlineFeedPage = ({ has, address }: { has: boolean; address?: string }) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('authorities.deadline.feed.title')}>
      <PageHeading title={t('authorities.deadline.feed.title')} lead={t('authorities.deadline.feed.lead')} />
      <p>{t('authorities.deadline.feed.what')}</p>
      {address && (
        <>
          <Alert kind="warning">{t('authorities.deadline.feed.once')}</Alert>
          <p>{t('authorities.deadline.feed.address')}</p>
          <CopyText text={address} />
        </>
      )}
      <Actions>
        <PostButton action={link('/calendar-feed')} look="primary">
          {t(has ? 'authorities.deadline.feed.renew' : 'authorities.deadline.feed.make')}
        </PostButton>
        {has && (
          <PostButton action={link('/calendar-feed/removal')}>
            {t('authorities.deadline.feed.remove')}
          </PostButton>
        )}
      </Actions>
    </Layout>
  )
}
