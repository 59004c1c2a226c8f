import type { Child, PropsWithChildren } from 'hono/jsx'

type PageHeadingProps = PropsWithChildren<{
  title: Child
  /** What kind of page it is, above the title: «Application 12». */
  kicker?: Child
  /** One or two sentences that say what the page is for. */
  lead?: Child
  /** Buttons beside the title. */
  actions?: Child
}>

/** The only `<h1>` of a page. Children (badges, dates) stand below the lead. */
export const PageHeading = ({ title, kicker, lead, actions, children }: PageHeadingProps) => (
  <header class="page-heading">
    <div class="page-heading-text">
      {kicker !== undefined && <p class="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
      {children}
    </div>
    {actions !== undefined && <div class="actions">{actions}</div>}
  </header>
)

type SectionProps = PropsWithChildren<{ title: Child; id?: string; actions?: Child; lead?: Child }>

/** A part of a page with its `<h2>`; `id` makes it a place to link to. */
export const Section = ({ title, id, actions, lead, children }: SectionProps) => (
  <section class="section" id={id}>
    <div class="section-heading">
      <h2>{title}</h2>
      {actions !== undefined && <div class="actions">{actions}</div>}
    </div>
    {lead !== undefined && <p class="section-lead">{lead}</p>}
    {children}
  </section>
)
