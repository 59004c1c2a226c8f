import type { Viewer } from '#platform/http/viewer.ts'
import type { RefusalShown } from '#ui/index.ts'
import type { CouncilView } from '../queries/council.ts'
import type { FormationView } from '../queries/formation.ts'

export type FormationPageProps = {
  council: CouncilView
  formation: FormationView | null
  viewer: Viewer
  refusal?: RefusalShown
}
