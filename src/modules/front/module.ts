import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { installationRoutes, umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import type { Umbrellas } from '#platform/umbrellas/index.ts'
import type { ApiDescription } from './api-description.ts'
import { apiRoutes } from './routes/api.tsx'
import { demonstrationRoutes } from './routes/demonstration.tsx'
import { homeRoutes } from './routes/installation.tsx'
import { journalRoutes } from './routes/journal.tsx'
import { installationStuckRoutes, umbrellaStuckRoutes } from './routes/stuck.tsx'
import { textRoutes } from './routes/texts.tsx'
import { frontRoutes } from './routes/umbrella.tsx'
import { unsubscribeRoutes } from './routes/unsubscribe.tsx'

type Sources = { umbrellas: Umbrellas; modules: () => readonly Module[]; describeApi: () => ApiDescription }

/** The public face: the list of coalitions, a coalition's front page, its journal, the reference of the API. */
export const frontModule = ({ umbrellas, modules, describeApi }: Sources): Module => ({
  name: 'front',
  installationRoutes: installationRoutes()
    .route('/', homeRoutes(umbrellas))
    .route('/', textRoutes())
    .route('/', apiRoutes(describeApi))
    .route('/', demonstrationRoutes(umbrellas))
    .route('/', unsubscribeRoutes())
    .route('/', installationStuckRoutes()),
  routes: umbrellaRoutes()
    .route('/', frontRoutes())
    .route('/', umbrellaStuckRoutes())
    .route('/', journalRoutes(modules)),
  menu: [
    { path: '/journal', label: 'front.journal.title', place: 'main' },
    { path: '/stuck', label: 'front.stuck.title', place: 'work', when: isCoordinator },
  ],
})
