import { createHmac } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { emailOTP, twoFactor } from 'better-auth/plugins'
import { drizzle } from 'drizzle-orm/node-postgres'
import { newId } from '#platform/id.ts'
import { keptWith } from '#platform/kept.ts'
import type { Platform } from '#platform/platform.ts'
import * as tables from '../schema/accounts.ts'
import { codeMinutes } from './code-minutes.ts'
import { authSecret, cookieAttributes, sessionCookieName } from './cookie.ts'
import { mailCode } from './mail-code.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'

/** Days that a session lasts, however much it is used. */
const sessionDays = 30
const challengeCookie = 'parasol-passkey'

/** better-auth over the accounts pool. It is called from our own pages; its own web addresses are not mounted. */
export const authOf: (platform: Platform) => Auth = keptWith(createAuth)

export type Auth = ReturnType<typeof createAuth>

// A plain hash of six digits is guessed in a second by whoever reads the table; this one needs our key too.
const marker = (platform: Platform) => async (text: string) =>
  createHmac('sha256', platform.secrets.auth).update(`one-time ${text}`).digest('base64url')

function database(platform: Platform) {
  const { users, sessions, credentials, verifications, passkeys, twoFactors } = tables
  return drizzleAdapter(drizzle({ client: platform.database.accounts }), {
    provider: 'pg',
    transaction: true,
    schema: {
      user: users,
      session: sessions,
      account: credentials,
      verification: verifications,
      passkey: passkeys,
      twoFactor: twoFactors,
    },
  })
}

// The plugin itself takes a passkey that only says "somebody is there". We want "it is this person" every time.
function requireUserVerification(done: boolean | undefined): void {
  if (!done) throw new APIError('UNAUTHORIZED', { message: 'the passkey did not verify its user' })
}

function passkeys({ config }: Platform) {
  return passkey({
    rpName: 'Parasol',
    rpID: new URL(config.origin).hostname,
    origin: config.origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) =>
        requireUserVerification(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) =>
        requireUserVerification(verification.authenticationInfo.userVerified),
    },
    advanced: { webAuthnChallengeCookie: challengeCookie },
  })
}

function plugins(platform: Platform) {
  return [
    emailOTP({
      otpLength: 6,
      expiresIn: codeMinutes * 60,
      allowedAttempts: 5,
      storeOTP: { hash: marker(platform) },
      changeEmail: { enabled: true },
      sendVerificationOTP: (code, ctx) => mailCode(platform, code, ctx?.headers ?? undefined),
    }),
    twoFactor({
      issuer: 'Parasol',
      allowPasswordless: true,
      backupCodeOptions: { storeBackupCodes: 'encrypted', customBackupCodesGenerate: makeRecoveryCodes },
    }),
    passkeys(platform),
  ] as const
}

const advanced = (origin: string) => ({
  database: { generateId: () => newId() },
  ipAddress: { disableIpTracking: true },
  // The prefix __Secure- would be put before our __Host-.
  useSecureCookies: false,
  defaultCookieAttributes: cookieAttributes(origin),
  cookiePrefix: 'parasol',
  cookies: {
    session_token: { name: sessionCookieName(origin) },
    [challengeCookie]: { name: challengeCookie },
  },
  // What is mailed goes out after the answer, so that nothing about an address shows in its time.
  backgroundTasks: { handler: () => {} },
})

function createAuth(platform: Platform) {
  const { origin } = platform.config
  const mark = marker(platform)
  return betterAuth({
    appName: 'Parasol',
    baseURL: origin,
    secret: authSecret(platform),
    database: database(platform),
    plugins: [...plugins(platform)],
    session: {
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
      // Freshness is ours (`freshness.ts`): it counts the second factor, not only the beginning of the session.
      freshAge: 0,
    },
    verification: { storeIdentifier: { hash: mark } },
    databaseHooks: {
      session: {
        create: { before: async session => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    // Ours count by keys that die every day, see `limits.ts`.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Only the sentence: its arguments may hold addresses.
      log: (_level, message) => platform.log.error({ room: 'people' }, message),
    },
    advanced: advanced(origin),
  })
}

/** The name of the cookie in which better-auth looks for a passkey challenge. It never reaches a browser. */
export const passkeyChallengeCookie = challengeCookie
