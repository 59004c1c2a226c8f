import type { Child, PropsWithChildren } from 'hono/jsx'
import { Layout, usePage } from '#ui/index.ts'
import { wayOut } from '../report/places-to-turn.ts'

// Always in the same place, on every page of this way, and a plain link where no script runs.
const Head = () => {
  const { i18n, umbrella, t } = usePage()
  const name = i18n.text(umbrella?.name)
  return (
    <header class="report-head">
      <p lang={name.lang} dir={name.dir}>
        {name.value}
      </p>
      <p-exit>
        <a class="btn btn-error btn-sm" href={wayOut(i18n.locale)} rel="noreferrer noopener">
          {t('monitoring.report.leave')}
        </a>
      </p-exit>
    </header>
  )
}

type FrameProps = PropsWithChildren<{ title: string; invalid?: boolean; indexed?: boolean; head?: Child }>

/** A page for somebody who may be afraid: the coalition's name, a quick way out, one thing to do. */
export const ReportFrame = ({ children, ...layout }: FrameProps) => (
  <Layout {...layout} width="form" alone={<Head />}>
    {children}
  </Layout>
)
