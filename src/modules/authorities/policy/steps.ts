import { isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'
import type { Standing } from '../queries/standing.ts'
import type { StepKind } from '../schema/steps.ts'

type Side = 'sender' | 'authority'

/** What the rules look at. The database holds the same (`authorities.guard_step`, `authorities.check_step`). */
export type StepFace = Pick<
  Standing,
  'possible' | 'isSender' | 'isOfficer' | 'isReadingOfficer' | 'hasOfficers'
>

/** Answers for a public body to which this umbrella writes. */
export const isOfficer = (viewer: Viewer) => viewer.roles.includes('officer')

/** Has letters here whose days may be worth a calendar or a printed count. */
export const hasDates = (viewer: Viewer) => isInside(viewer) || isOfficer(viewer)

/** Records what the body did out of its letters: the sender's side, while nobody answers for the body here. */
export const recordsFromLetters = (viewer: Viewer, face: StepFace) =>
  !face.hasOfficers && (face.isSender || isCoordinator(viewer))

/** Acts for this side of the communication. */
export const actsFor = (viewer: Viewer, face: StepFace, side: Side): boolean =>
  side === 'sender' ? face.isSender : face.isOfficer || recordsFromLetters(viewer, face)

/** On some side of it: whoever is not sees its page, and does nothing there. */
export const isOnASide = (viewer: Viewer, face: StepFace) =>
  actsFor(viewer, face, 'sender') || actsFor(viewer, face, 'authority') || face.isReadingOfficer

/** May take this step now. */
export const canTakeStep = (viewer: Viewer, face: StepFace, step: { kind: StepKind; side: Side }) =>
  actsFor(viewer, face, step.side) && face.possible.includes(step.kind)

/** Writes a message: for the sender, or for a body that may read it. */
export const canWrite = (face: StepFace) => face.isSender || face.isReadingOfficer
