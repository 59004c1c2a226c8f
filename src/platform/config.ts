import { resolve } from 'node:path'
import { z } from 'zod'
import { OperatorProblem } from '#platform/operator-problem.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** How mail is received. `PARASOL_MAIL_PORT` turns it on. */
export type MailSettings = {
  port: number
  /** What stands after the @, in lower case. `PARASOL_MAIL_HOST`, the host of the origin. */
  host: string
  /** Address of this machine; null means all. `PARASOL_MAIL_LISTEN`. */
  listen: string | null
  /** For STARTTLS. `PARASOL_MAIL_CERTIFICATE` and `PARASOL_MAIL_KEY`, both or none. */
  tls: { certificate: string; key: string } | null
}

/** The settings of an installation. The only place that reads the environment. */
export type Config = {
  /** TCP port of the web server. `PORT`, 4000. */
  port: number
  /** Address the web server listens on. `PARASOL_HOST`, 127.0.0.1: a reverse proxy stands in front of a public one. */
  host: string
  /** Absolute path. `PARASOL_DATA`, ./data. */
  dataFolder: string
  /** A PostgreSQL server of one's own; null means the embedded one. `DATABASE_URL`. */
  databaseUrl: string | null
  /** `SMTP_URL`; null only in a demonstration on a loopback origin, see `requireMail`. */
  smtpUrl: string | null
  /** What people type: scheme, host and port, no slash at the end. `PARASOL_ORIGIN`, http://localhost:PORT. */
  origin: string
  /** Whether the origin is this very machine (localhost, 127.0.0.0/8, ::1). */
  loopback: boolean
  /** `LOG_LEVEL`, info. */
  logLevel: (typeof logLevels)[number]
  /** `PARASOL_SECRET`; null means the generated file secrets.json in the data folder. */
  secret: string | null
  /** Null where no mail is received. */
  mail: MailSettings | null
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}

function parsedUrl(text: string, schemes: string[]): URL | null {
  const url = URL.parse(text)
  return url && schemes.includes(url.protocol) ? url : null
}

const serverUrl = (schemes: string[], example: string) =>
  z.string().refine(text => parsedUrl(text, schemes), `must look like ${example}`)

function originProblem(text: string): string | null {
  const url = parsedUrl(text, ['http:', 'https:'])
  if (url?.pathname !== '/' || url.search || url.hash || url.username) {
    return 'must be only scheme and host, like https://parasol.example.org'
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return 'must begin with https:// unless it is this machine (passkeys and session cookies need it)'
  }
  return null
}

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
  .transform(Number)
  .refine(port => port >= 1 && port <= 65535, 'must be a number from 1 to 65535')

const ownAddress = z
  .string()
  .regex(/^[\w.:-]+$/, 'must be an address of this machine, like 127.0.0.1 or 0.0.0.0')

const variables = z.object({
  PORT: portNumber.default(4000),
  PARASOL_HOST: ownAddress.default('127.0.0.1'),
  PARASOL_MAIL_PORT: portNumber.optional(),
  PARASOL_MAIL_HOST: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'must be a host, like mail.parasol.example.org')
    .optional(),
  PARASOL_MAIL_LISTEN: ownAddress.optional(),
  PARASOL_MAIL_CERTIFICATE: z.string().optional(),
  PARASOL_MAIL_KEY: z.string().optional(),
  PARASOL_DATA: z.string().default('data'),
  DATABASE_URL: serverUrl(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/database',
  ).optional(),
  SMTP_URL: serverUrl(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org').optional(),
  PARASOL_ORIGIN: z
    .string()
    .superRefine((text, context) => {
      const message = originProblem(text)
      if (message) context.addIssue({ code: 'custom', message })
    })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  PARASOL_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters, for example from: openssl rand -base64 32')
    .optional(),
})

const environment = variables.refine(
  given => (given.PARASOL_MAIL_CERTIFICATE === undefined) === (given.PARASOL_MAIL_KEY === undefined),
  { path: ['PARASOL_MAIL_CERTIFICATE'], message: 'and PARASOL_MAIL_KEY belong together: set both or none' },
)

function mailSettings(given: z.output<typeof variables>, origin: URL): MailSettings | null {
  if (given.PARASOL_MAIL_PORT === undefined) return null
  const [certificate, key] = [given.PARASOL_MAIL_CERTIFICATE, given.PARASOL_MAIL_KEY]
  return {
    port: given.PARASOL_MAIL_PORT,
    host: given.PARASOL_MAIL_HOST ?? origin.hostname,
    listen: given.PARASOL_MAIL_LISTEN ?? null,
    tls: certificate && key ? { certificate: resolve(certificate), key: resolve(key) } : null,
  }
}

/** Reads the settings. An empty variable counts as not set. Throws OperatorProblem with every problem, one a line. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new OperatorProblem(
      ...parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`),
    )
  }
  const settings = parsed.data
  const origin = new URL(settings.PARASOL_ORIGIN ?? `http://localhost:${settings.PORT}`)
  return {
    port: settings.PORT,
    host: settings.PARASOL_HOST,
    dataFolder: resolve(settings.PARASOL_DATA),
    databaseUrl: settings.DATABASE_URL ?? null,
    smtpUrl: settings.SMTP_URL ?? null,
    origin: origin.origin,
    loopback: isLoopback(origin.hostname),
    logLevel: settings.LOG_LEVEL,
    secret: settings.PARASOL_SECRET ?? null,
    mail: mailSettings(settings, origin),
  }
}

/**
 * Only a demonstration on a loopback origin shows sign-ins and mail on the screen; anything else has to be able to
 * send. Throws OperatorProblem.
 */
export function requireMail(config: Config, demonstration: boolean): void {
  if (config.smtpUrl || (demonstration && config.loopback)) return
  const why = demonstration
    ? `a demonstration works without mail only on this machine, and PARASOL_ORIGIN is ${config.origin}`
    : 'people sign in with a code sent by e-mail'
  throw new OperatorProblem(`SMTP_URL must be set, like smtps://user:password@mail.example.org: ${why}.`)
}
