import type { Child } from 'hono/jsx'

export type Fact = { term: Child; value: Child } | null | false | undefined

/** Facts as term and value; empty entries (`null`, `false`) are left out. */
export const DescriptionList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(
      fact =>
        fact && (
          <div>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ),
    )}
  </dl>
)
