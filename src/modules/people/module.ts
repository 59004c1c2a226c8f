import './messages/index.ts'
import type { Module } from '#platform/http/module.ts'
import { installationRoutes, umbrellaRoutes } from '#platform/http/routes.ts'
import type { Umbrellas } from '#platform/umbrellas/index.ts'
import { carriesSession } from './accounts/cookie.ts'
import { session } from './accounts/session.ts'
import { forgetInUmbrella } from './actions/forget-in-umbrella.ts'
import { accountRecoverCommand, administratorAddCommand } from './commands/administrators.ts'
import { umbrellaCreateCommand } from './commands/umbrella-create.ts'
import { custodianActs } from './custodian-acts.ts'
import { installDemonstration } from './demo/install.ts'
import { demonstrationSignIns } from './demo/sign-ins.ts'
import { mailTemplates } from './emails/templates.ts'
import { followVault } from './follow-vault.ts'
import { coordinatorInvitation } from './invitation-purposes.ts'
import { forgetAddressesJob, sweepAccountsJob } from './jobs/nightly.ts'
import { journalWords } from './journal-words.ts'
import { vaultOpenUntil } from './open-vault.ts'
import { seesRoles, seesVault, takesPartInActs } from './policy.ts'
import { exportPeopleData, peopleConsequences } from './queries/personal-data.ts'
import { roleActs } from './role-acts.ts'
import { accountRoutes } from './routes/account.tsx'
import { actRoutes } from './routes/acts.tsx'
import { custodianRoutes } from './routes/custodians.tsx'
import { factorRoutes } from './routes/factors.tsx'
import { firstRunRoutes } from './routes/first-run.tsx'
import { formerKeyRoutes } from './routes/former-key.tsx'
import { invitationRoutes } from './routes/invitations.tsx'
import { ownVaultRoutes } from './routes/own-vault.tsx'
import { personalDataRoutes } from './routes/personal-data.tsx'
import { recoveryRoutes } from './routes/recovery.tsx'
import { rolesRoutes } from './routes/roles.tsx'
import { secondFactorRoutes } from './routes/second-factor.tsx'
import { securityRoutes } from './routes/security.tsx'
import { signInRoutes } from './routes/sign-in.tsx'
import { unlockRoutes } from './routes/unlock.tsx'
import { vaultPasskeyRoutes } from './routes/vault-passkeys.tsx'
import { vaultTeamRoutes } from './routes/vault-teams.tsx'
import { peopleViewer } from './viewer.ts'

followVault()

type Sources = { umbrellas: Umbrellas; modules: () => Module[] }

/** Accounts, roles, invitations, two-person acts. `modules`: every room of the program, this one included. */
export const peopleModule = ({ umbrellas, modules }: Sources): Module => ({
  name: 'people',
  session,
  hasSession: carriesSession,
  viewer: peopleViewer,
  vaultOpenUntil,
  installationRoutes: installationRoutes()
    .route('/', signInRoutes)
    .route('/', secondFactorRoutes)
    .route('/', accountRoutes(modules))
    .route('/', securityRoutes)
    .route('/', factorRoutes)
    .route('/', ownVaultRoutes)
    .route('/', unlockRoutes)
    .route('/', vaultPasskeyRoutes)
    .route('/', personalDataRoutes(modules)),
  routes: umbrellaRoutes()
    .route('/', firstRunRoutes(umbrellas, modules))
    .route('/', rolesRoutes)
    .route('/', actRoutes(modules))
    .route('/', custodianRoutes)
    .route('/', recoveryRoutes)
    .route('/', vaultTeamRoutes)
    .route('/', formerKeyRoutes)
    .route('/', invitationRoutes(modules)),
  menu: [
    { path: '/roles', label: 'people.roles.menu', place: 'work', when: seesRoles },
    { path: '/vault', parent: '/roles', label: 'people.vault.title', place: 'work', when: seesVault },
    { path: '/acts', label: 'people.acts.menu', place: 'work', when: takesPartInActs },
  ],
  jobs: [sweepAccountsJob, forgetAddressesJob],
  emails: mailTemplates,
  acts: [...roleActs, ...custodianActs],
  invitations: [coordinatorInvitation],
  personalData: { export: exportPeopleData, erase: forgetInUmbrella, consequences: peopleConsequences },
  journal: journalWords,
  commands: [umbrellaCreateCommand(modules), administratorAddCommand, accountRecoverCommand],
  demonstration: installDemonstration,
  signIns: demonstrationSignIns,
})
