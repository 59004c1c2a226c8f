import type { MessageKey } from '#platform/i18n/index.ts'
import { Layout } from '#ui/layout/layout.tsx'
import { usePage } from '#ui/page.tsx'

export type ErrorKind = 'notFound' | 'forbidden' | 'tooLarge' | 'bug'

const words: Record<ErrorKind, { title: MessageKey; text: MessageKey }> = {
  notFound: { title: 'front.error.notFound.title', text: 'front.error.notFound.text' },
  forbidden: { title: 'front.error.forbidden.title', text: 'front.error.forbidden.text' },
  tooLarge: { title: 'front.error.tooLarge.title', text: 'front.error.tooLarge.text' },
  bug: { title: 'front.error.bug.title', text: 'front.error.bug.text' },
}

/** Says what happened and where to go on; `number` finds the failure in the log. */
export const ErrorPage = ({ kind, number = '' }: { kind: ErrorKind; number?: string }) => {
  const { t, link } = usePage()
  return (
    <Layout title={t(words[kind].title)} width="reading">
      <h1>{t(words[kind].title)}</h1>
      <p>{t(words[kind].text, { number })}</p>
      <p>
        <a class="btn" href={link('/')}>
          {t('front.error.home')}
        </a>
      </p>
    </Layout>
  )
}
