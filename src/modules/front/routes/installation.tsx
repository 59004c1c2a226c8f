import { open } from '#platform/http/access.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import type { Umbrellas } from '#platform/umbrellas/index.ts'
import { InstallationPage } from '../pages/installation.tsx'

/** `/{locale}`: the coalitions of this installation that are ready to be seen. */
export const homeRoutes = (umbrellas: Umbrellas) =>
  installationRoutes().get('/', open, c =>
    c.var.page(<InstallationPage umbrellas={umbrellas.list().filter(umbrella => umbrella.settled)} />),
  )
