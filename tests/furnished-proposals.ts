import { demoUmbrellaId } from '#modules/people/index.ts'
import type { App } from '#src/app.ts'
import { pdf } from './file-samples.ts'

type Post = (
  cookie: string | undefined,
  path: string,
  fields: Record<string, string | string[]>,
  files?: Record<string, File>,
) => Promise<void>

/** The rows of proposals for laws, of the one furnished last. */
export const proposalRows: Record<string, string> = {
  legislation:
    'select number::text as id from councils.proposals where umbrella_id = $1 order by number desc limit 1',
  'legislation/documents': `select file_id as id from councils.proposal_steps where umbrella_id = $1 and file_id is not null
    order by at desc limit 1`,
}

/** A proposal that was prepared, and approved by a document. */
export async function furnishProposals(
  { platform }: App,
  slug: string,
  post: Post,
  coordinator: string | undefined,
): Promise<void> {
  const { owner } = platform.database
  const umbrella = demoUmbrellaId(slug)
  // Numbers are an umbrella's own: with far numbers an address of one umbrella leads nowhere in another.
  await owner.query(
    `insert into councils.proposal_numbers (umbrella_id, last)
     select u.id, 1000 * (1 + (select count(*) from platform.umbrellas o where o.id < u.id)) from platform.umbrellas u
     where u.id = $1 on conflict (umbrella_id) do update set last = greatest(proposal_numbers.last, excluded.last)`,
    [umbrella],
  )
  await post(coordinator, '/legislation', {
    ...{ route: 'coalition', title: 'A proposal', summary: 'What should change.', lang: 'en' },
    preparedOn: '2025-01-01',
  })
  const { rows } = await owner.query<{ number: number }>(
    'select number from councils.proposals where umbrella_id = $1 order by number desc limit 1',
    [umbrella],
  )
  const document = new File([new Uint8Array(pdf)], 'approval.pdf', { type: 'application/pdf' })
  const approved = { kind: 'approved', onDay: '2025-02-01' }
  await post(coordinator, `/legislation/${rows[0]!.number}/steps`, approved, { document })
}
