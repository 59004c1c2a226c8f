/** Sealed records: made for teams, persons and receipts, opened by their keys with a reason, and purged; and those keys. */
export { SealBroken } from './context.ts'
export { appointCustodians, makeRecoverable } from './custodians.ts'
export { addFile, filesOf, readFile, type SealedFile } from './files.ts'
export { vaultJobs } from './jobs.ts'
export {
  addPasskeyWrap,
  createKeys,
  keyChanged,
  ownEffectiveKey,
  ownKeys,
  ownPasskeyWraps,
  removePasskeyWrap,
  withdrawComingKey,
} from './keys.ts'
export { createRecord, type NewRecord } from './new-record.ts'
export { erasePersonFromVault, exportKeys, exportOpenings } from './personal-data.ts'
export { purge, retainUntil } from './purge.ts'
export { newReceipt, readReceipt } from './receipt.ts'
export { openByReceipt, openOrCreate } from './receipts.ts'
export {
  addPart,
  addParts,
  type OpenRecord,
  openingsOf,
  openRecord,
  readPart,
  readParts,
  sealRecordTo,
} from './records.ts'
export {
  askRecovery,
  completeRecovery,
  handShare,
  recoveryAsked,
  stopRecovery,
} from './recovery.ts'
export {
  addSealedChunks,
  addSealedFile,
  addSealedPart,
  giveToTeam,
  storeSealedRecord,
  wholeFiles,
} from './sealed-elsewhere.ts'
export { largestSealedFile } from './sealed-file.ts'
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
export { changePassphrase, lock, openUntil, type Unlocked, unlock, unlocked } from './unlock.ts'
