import { Badge } from '#ui/content/badge.tsx'
import { Layout, PageHeading, Section, Table, usePage } from '#ui/index.ts'
import type { ApiDescription } from '../api-description.ts'
import { operationsOf } from '../api-description.ts'

/** The reference of the API, from the same description that programs read. */
export const ApiPage = ({ description }: { description: ApiDescription }) => {
  const { t } = usePage()
  return (
    <Layout title={t('front.api.title')} indexed>
      <PageHeading
        title={t('front.api.title')}
        lead={t('front.api.lead')}
        actions={
          <a class="btn" href="/api/v1/openapi.json">
            OpenAPI 3.1
          </a>
        }
      />
      {operationsOf(description).map(operation => (
        <Section title={<code>{operation.path}</code>} id={operation.id}>
          <p lang="en">
            <Badge>{operation.method}</Badge> {operation.summary}
          </p>
          {operation.parameters.length > 0 && (
            <Table
              caption={t('front.api.parameters')}
              columns={[
                { label: t('front.api.name'), heading: true, cell: p => <code>{p.name}</code> },
                { label: t('front.api.type'), cell: p => <code>{p.type}</code> },
                { label: t('front.api.meaning'), cell: p => <span lang="en">{p.description}</span> },
              ]}
              rows={operation.parameters}
            />
          )}
          {operation.fields.length > 0 && (
            <Table
              caption={t('front.api.answer')}
              columns={[
                { label: t('front.api.name'), heading: true, cell: f => <code>{f.name}</code> },
                { label: t('front.api.type'), cell: f => <code>{f.type}</code> },
                { label: t('front.api.meaning'), cell: f => <span lang="en">{f.description}</span> },
              ]}
              rows={operation.fields}
            />
          )}
        </Section>
      ))}
    </Layout>
  )
}
