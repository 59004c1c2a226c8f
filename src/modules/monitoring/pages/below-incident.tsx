import type { Child, PropsWithChildren } from 'hono/jsx'
import { Layout, PageHeading, type Problem, type RefusalShown, Refused, usePage } from '#ui/index.ts'

export type Told = { problems?: readonly Problem[]; refusal?: RefusalShown }

type Props = PropsWithChildren<
  Told & { code: string; title: string; lead?: Child; width?: 'form' | 'reading' | 'working' }
>

/** A page below that of an incident: the way back to it, what it is for, and what was refused. */
export const BelowIncident = ({ code, title, lead, width, problems = [], refusal, children }: Props) => {
  const { t } = usePage()
  const kicker = t('monitoring.incident.kicker', { code })
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('monitoring.incident.list.title'), path: '/incidents' },
        { label: kicker, path: `/incidents/${code}` },
      ]}
      width={width}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} kicker={kicker} lead={lead} />
      <Refused refusal={refusal} />
      {children}
    </Layout>
  )
}
