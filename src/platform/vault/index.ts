export { SealBroken } from './context.ts'
export { vaultJobs } from './jobs.ts'
export {
  addPasskeyWrap,
  createKeys,
  keyChanged,
  ownEffectiveKey,
  ownKeys,
  type PersonKey,
  removePasskeyWrap,
  withdrawComingKey,
} from './keys.ts'
export {
  renewTeamKeys,
  resealForMyself,
  rotateTeam,
  sealTeamTo,
  type TeamKey,
  type TeamKind,
  teamFor,
  teamKey,
  type Waiting,
  waitingForSeal,
} from './teams.ts'
export { lock, type Secret, type Unlocked, unlock, unlocked } from './unlock.ts'
