import { describe, expect, test } from 'vitest'
import { readConfig, requireMail } from './config.ts'
import { OperatorProblem } from './operator-problem.ts'

function problems(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof OperatorProblem) return error.lines
    throw error
  }
  return []
}

describe('the configuration', () => {
  test('works with nothing set', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      smtpUrl: null,
      origin: 'http://localhost:4000',
      loopback: true,
      logLevel: 'info',
      secret: null,
    })
  })

  test('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 4000, smtpUrl: null })
  })

  test('knows the origin from the port', () => {
    expect(readConfig({ PORT: '8080' }).origin).toBe('http://localhost:8080')
    expect(readConfig({ PARASOL_ORIGIN: 'https://parasol.example.org/' })).toMatchObject({
      origin: 'https://parasol.example.org',
      loopback: false,
    })
  })

  test('receives mail where a port is named, under the host of the origin or another', () => {
    expect(readConfig({}).mail).toBeNull()
    expect(readConfig({ PARASOL_MAIL_HOST: 'post.example.org' }).mail).toBeNull()
    const named = { PARASOL_MAIL_PORT: '2525', PARASOL_ORIGIN: 'https://parasol.example.org' }
    expect(readConfig(named).mail).toEqual({
      port: 2525,
      host: 'parasol.example.org',
      listen: null,
      tls: null,
    })
    const more = {
      ...{ PARASOL_MAIL_HOST: 'Post.Example.org', PARASOL_MAIL_LISTEN: '127.0.0.1' },
      ...{ PARASOL_MAIL_CERTIFICATE: '/c.pem', PARASOL_MAIL_KEY: '/k.pem' },
    }
    expect(readConfig({ ...named, ...more }).mail).toEqual({
      ...{ port: 2525, host: 'post.example.org', listen: '127.0.0.1' },
      tls: { certificate: '/c.pem', key: '/k.pem' },
    })
    expect(problems({ ...named, PARASOL_MAIL_KEY: '/k.pem' })).toEqual([
      'PARASOL_MAIL_CERTIFICATE and PARASOL_MAIL_KEY belong together: set both or none.',
    ])
    expect(problems({ PARASOL_MAIL_PORT: '0', PARASOL_MAIL_HOST: 'a b' })).toHaveLength(2)
  })

  test('reports every problem at once, one a line', () => {
    expect(
      problems({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', SMTP_URL: 'mail' }),
    ).toEqual([
      'PORT must be a number from 1 to 65535.',
      'DATABASE_URL must look like postgresql://user:password@host:5432/database.',
      'SMTP_URL must look like smtps://user:password@mail.example.org.',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
    ])
  })

  test.each([
    [
      'https://parasol.example.org/path',
      'PARASOL_ORIGIN must be only scheme and host, like https://parasol.example.org.',
    ],
    ['parasol.example.org', 'PARASOL_ORIGIN must be only scheme and host, like https://parasol.example.org.'],
    [
      'http://parasol.example.org',
      'PARASOL_ORIGIN must begin with https:// unless it is this machine (passkeys and session cookies need it).',
    ],
  ])('refuses the origin %s', (PARASOL_ORIGIN, line) => {
    expect(problems({ PARASOL_ORIGIN })).toEqual([line])
  })

  test('refuses a secret that is too short to be one', () => {
    expect(problems({ PARASOL_SECRET: 'short' })).toHaveLength(1)
  })
})

describe('mail', () => {
  const local = readConfig({})
  const remote = readConfig({ PARASOL_ORIGIN: 'https://parasol.example.org' })
  const sending = readConfig({
    PARASOL_ORIGIN: 'https://parasol.example.org',
    SMTP_URL: 'smtps://mail.example.org',
  })

  test.each([
    ['a demonstration on this machine may do without', local, true, true],
    ['a demonstration on another origin may not', remote, true, false],
    ["a coalition's installation on this machine may not", local, false, false],
    ["a coalition's installation on another origin may not", remote, false, false],
    ['whoever has a server may do anything', sending, false, true],
  ])('%s', (_name, config, demonstration, allowed) => {
    const attempt = () => requireMail(config, demonstration)
    if (allowed) expect(attempt).not.toThrow()
    else expect(attempt).toThrow(/^SMTP_URL must be set, like smtps:/)
  })
})
