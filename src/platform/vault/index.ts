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
export { lock, type Secret, type Unlocked, unlock, unlocked } from './unlock.ts'
