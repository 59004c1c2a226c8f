import type { RefusalShown } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { CouncilView } from '../queries/council.ts'
import type { FormationView } from '../queries/formation.ts'

export type FormationPageProps = {
  council: CouncilView
  formation: FormationView | null
  viewer: Viewer
  refusal?: RefusalShown
}
