import { isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import { hasEnded } from '../legislation.ts'
import type { Stage } from '../schema/proposals.ts'

/** The secretariat, and chair and secretary of a council for what it prepares: whom the database lets choose one. */
export const canPropose = (viewer: Viewer, councils: readonly unknown[]) =>
  viewer.account !== null && (isCoordinator(viewer) || councils.length > 0)

/** What happens to a proposal is written down by those who keep it, until it has ended. */
export const canTakeStep = (viewer: Viewer, { keeps, stage }: { keeps: boolean; stage: Stage }) =>
  viewer.account !== null && keeps && !hasEnded(stage)

/** Its words are its keepers' while no council has seen them. */
export const canRevise = (viewer: Viewer, { keeps, stage }: { keeps: boolean; stage: Stage }) =>
  viewer.account !== null && keeps && stage === 'prepared'
