import { open } from '#platform/http/access.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import type { ApiDescription } from '../api-description.ts'
import { ApiPage } from '../pages/api.tsx'

/** `/{locale}/api`: the reference. `describe` gives the description of everything that is mounted. */
export const apiRoutes = (describe: () => ApiDescription) =>
  installationRoutes().get('/api', open, c => c.var.page(<ApiPage description={describe()} />))
