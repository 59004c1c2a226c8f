import type { OpenAPIHono } from '@hono/zod-openapi'
import type { SQL } from 'drizzle-orm'
import type { Context, Hono } from 'hono'
import type { Command } from '#platform/command.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { I18n, MessageKey, MessageValues } from '#platform/i18n/index.ts'
import type { Mailbox } from '#platform/incoming-mail/index.ts'
import type { JobDefinition } from '#platform/jobs/index.ts'
import type { MailTemplate } from '#platform/mail/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { Outcome } from '#platform/refusal.ts'
import type { Env, UmbrellaEnv } from './context.ts'
import type { HomePart } from './home-part.ts'
import type { Session, Viewer } from './viewer.ts'

/** An entry of the umbrella's navigation, shown to viewers for whom `when` holds. `path` starts below the umbrella. */
export type MenuItem = {
  path: string
  label: MessageKey
  place: 'main' | 'work'
  /** The path of the entry to whose section it belongs: it stands on the pages of that section, not in the menu. */
  parent?: string
  /** Stands before what other rooms offer. */
  first?: true
  when?: (viewer: Viewer) => boolean
}

/** A two-person act as the room that defines its kind sees it. */
export type Act = { id: string; subject: string; payload: Record<string, unknown> }

/** A kind of two-person act, `module.verb_noun`. */
export type ActDefinition = {
  kind: string
  /** What it does, as a sentence; `describe` gives its values. */
  label: MessageKey
  /** The values of `label`, and the page of what it is about. */
  describe?: (tx: Tx, act: Act, i18n: I18n) => Promise<{ values?: MessageValues; path?: string }>
  /** What confirming does, in the confirming transaction. A refusal leaves the act open. */
  apply: (tx: Tx, act: Act) => Promise<Outcome>
}

/** An invitation as the room that defines its purpose sees it. */
export type Invitation = { id: string; payload: Record<string, unknown>; invitedBy: string }

/** What one can be invited to. */
export type InvitationPurpose = {
  purpose: 'mandate' | 'member' | 'coordinator' | 'officer'
  /** Who accepts does not belong to the umbrella: they see nobody of it. */
  outside?: true
  /** What one is invited to, as a sentence; `values` gives its values, also to visitors. */
  label: MessageKey
  values?: (tx: Tx, invitation: Invitation, i18n: I18n) => Promise<MessageValues>
  /** What accepting does, in the scope of the person who accepts. A refusal leaves the invitation open. */
  accept: (tx: Tx, invitation: Invitation, person: string) => Promise<Outcome<{ path?: string }>>
}

/**
 * A rule of an umbrella: a whole number between `minimum` and `maximum`, `fallback` where it adopted none. Members change it
 * by a decision.
 */
export type DeclaredRule = {
  key: string
  label: MessageKey
  minimum: number
  maximum: number
  fallback: number
}

/** A rule that the founders of an umbrella set on its first page. */
export type FoundingRule = DeclaredRule & { hint: MessageKey }

/** What an umbrella loses when a person leaves it for good. `blocks`: first somebody else must take it over. */
export type Consequence = { message: MessageKey; values?: MessageValues; blocks?: boolean }

/** The personal data that a room keeps about a person: what it hands over, and how it forgets. */
export type PersonalData = {
  /** Everything this room holds about the person, as plain JSON. */
  export: (tx: Tx, person: string) => Promise<Record<string, unknown>>
  /** Forgets the person in the umbrella of the transaction; what belongs to a member stays with the member. */
  erase: (tx: Tx, person: string) => Promise<void>
  /** Umbrellas to which the asking person does not belong, and where this room knows them all the same. */
  elsewhere?: (tx: Tx) => Promise<string[]>
  /** What the person is told before they are forgotten: a member left without a representative, for example. */
  consequences?: (tx: Tx, person: string) => Promise<Consequence[]>
}

/** Who somebody can be in the demonstration, in the words of the terminal (English), and where to become that person. */
export type SignIn = { role: string; address: string }

/**
 * A room of the coalition's work, as the rest of the program sees it. Everything but the name is optional; `app.tsx`
 * mounts what is there.
 */
export type Module = {
  name: string
  /** Routes below `/{locale}/{umbrella}`. */
  routes?: Hono<UmbrellaEnv>
  /** Routes below `/{locale}`. */
  installationRoutes?: Hono<Env>
  /** Routes below `/api/v1/{umbrella}`, public and reading only. */
  api?: OpenAPIHono<UmbrellaEnv>
  menu?: MenuItem[]
  /** What of this room can wait for somebody, on the home of the people inside. */
  home?: readonly HomePart[]
  /** One SQL expression that yields the room's part of the viewer as json: `{ roles?, capacities?, administrator? }`. */
  viewer?: SQL
  /** Who is behind this request; exactly one module (people) provides it. */
  session?: (platform: Platform, headers: Headers) => Promise<Session | null>
  /** Whether the request carries a session cookie at all, without asking the database. */
  hasSession?: (headers: Headers) => boolean
  /** When the person's open vault closes by itself, for the head of every page; the module that has the session provides it. */
  vaultOpenUntil?: (c: Context<Env>) => Promise<Temporal.Instant | null>
  jobs?: JobDefinition[]
  emails?: MailTemplate[]
  /** Addresses of this room to which mail comes from outside. */
  mailbox?: Mailbox
  acts?: ActDefinition[]
  invitations?: InvitationPurpose[]
  foundingRules?: FoundingRule[]
  /** Rules that founders are not asked about: they stand at their fallback until the members decide. */
  rules?: DeclaredRule[]
  /** Path below the umbrella where founders go on once it is open: adding the first members. One room at most. */
  firstSteps?: string
  personalData?: PersonalData
  /** How the journal tells each action that the room records. */
  journal?: Readonly<Record<string, MessageKey>>
  /** Persons of the transaction's umbrella to whom the fingerprint of the journal is mailed every week. */
  journalReaders?: (tx: Tx) => Promise<string[]>
  commands?: Command[]
  /** Pages below the language that are a person's own, for their account page: none where they have nothing there. */
  ownPages?: (tx: Tx) => Promise<{ path: string; label: MessageKey }[]>
  /** Fills an empty demonstration installation; called in the order of the modules. */
  demonstration?: (platform: Platform) => Promise<void>
  /** One sign-in for each role of the demonstration, printed when the program has started. */
  signIns?: (platform: Platform) => Promise<SignIn[]>
}
