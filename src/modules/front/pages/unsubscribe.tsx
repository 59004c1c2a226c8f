import { Button, Form, Layout, PageHeading, usePage } from '#ui/index.ts'

/** Asks before it stops the news (a mail scanner follows links); `done` after it has. */
export const UnsubscribePage = ({ action, done }: { action: string; done: boolean }) => {
  const { t, rootLink } = usePage()
  const title = done ? t('front.unsubscribe.done') : t('front.unsubscribe.title')
  return (
    <Layout title={title} width="reading">
      <PageHeading
        title={title}
        lead={done ? t('front.unsubscribe.doneLead') : t('front.unsubscribe.lead')}
      />
      {done ? (
        <p>
          <a href={rootLink('/account')}>{t('front.unsubscribe.account')}</a>
        </p>
      ) : (
        <Form action={action}>
          <Button look="primary">{t('front.unsubscribe.stop')}</Button>
        </Form>
      )}
    </Layout>
  )
}
