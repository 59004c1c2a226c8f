import './messages/index.ts'

/** For rooms that count what strangers do without knowing whom. */
export { clientNetwork } from './accounts/client-address.ts'
/** All that other rooms may use of accounts, roles, invitations and two-person acts. */
export { withdrawInvitation } from './actions/answer-invitation.ts'
export { invite } from './actions/invite.ts'
export { proposeAct } from './actions/propose-act.ts'
export { createUmbrella } from './commands/found-umbrella.ts'
export type { CastMember, Part } from './demo/cast.ts'
export { demoPassphrase } from './demo/cast.ts'
export { demoPersonId, demoUmbrellaId } from './demo/install.ts'
export { demonstrationCast, signInForDemonstration } from './demo/sign-in.ts'
export { openVault, vaultClosed, vaultIfOpen } from './open-vault.ts'
