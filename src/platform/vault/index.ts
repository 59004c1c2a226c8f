export { SealBroken } from './context.ts'
export { addFile, filesOf, largestSealedFile, type Reading, readFile, type SealedFile } from './files.ts'
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
export { erasePersonFromVault, exportKeys, exportOpenings } from './personal-data.ts'
export { purge, retainUntil } from './purge.ts'
export { openByReceipt } from './receipts.ts'
export {
  addPart,
  createRecord,
  type MadeRecord,
  type NewRecord,
  type Opening,
  type OpenRecord,
  openingsOf,
  openRecord,
  type Part,
  readParts,
  sealRecordTo,
} from './records.ts'
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
