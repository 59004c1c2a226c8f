import type { Module } from '#platform/http/module.ts'
import type { Umbrellas } from '#platform/umbrellas/index.ts'
import { authoritiesModule } from './modules/authorities/module.ts'
import { councilsModule } from './modules/councils/module.ts'
import type { ApiDescription } from './modules/front/index.ts'
import { frontModule } from './modules/front/module.ts'
import { initiativesModule } from './modules/initiatives/module.ts'
import { monitoringModule } from './modules/monitoring/module.ts'
import { networkModule } from './modules/network/module.ts'
import { peopleModule } from './modules/people/module.ts'

/** The rooms of this program, from the ground up. */
export function modulesOf(umbrellas: Umbrellas, describeApi: () => ApiDescription): Module[] {
  const modules: Module[] = []
  const known = () => modules
  modules.push(
    peopleModule({ umbrellas, modules: known }),
    networkModule({ modules: known }),
    initiativesModule({ modules: known }),
    monitoringModule(),
    authoritiesModule(),
    councilsModule(),
    frontModule({ umbrellas, modules: known, describeApi }),
  )
  return modules
}
