import { usePage } from '#ui/index.ts'
import type { BodyLine } from '../queries/bodies.ts'
import { jurisdictionWords } from '../words.ts'

/** Where a body acts: town and region, the country, or the international order that it belongs to. */
export const Place = ({ body }: { body: Pick<BodyLine, 'town' | 'region' | 'country' | 'jurisdiction'> }) => {
  const { i18n, t } = usePage()
  const parts = [
    body.town,
    body.region && i18n.region(body.region),
    body.country ? i18n.country(body.country) : t(jurisdictionWords[body.jurisdiction]),
  ]
  return <>{parts.filter(Boolean).join(', ')}</>
}
