import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from '../accounts/limits.ts'
import { accountRecoverCommand, administratorAddCommand } from './administrators.ts'
import { umbrellaCreateCommand } from './umbrella-create.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const owner = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await stage.platform.database.owner.query(text, values)).rows as R[]

async function run(command: { run: ReturnType<typeof umbrellaCreateCommand>['run'] }, ...args: string[]) {
  const lines: string[] = []
  const context = {
    config: stage.platform.config,
    platform: async () => stage.platform,
    print: (line: string) => lines.push(line),
  }
  return { code: await command.run(context, args), lines }
}

const create = (...args: string[]) =>
  run(
    umbrellaCreateCommand(() => stage.app.modules),
    ...args,
  )

const two = ['--coordinator', 'Olena@example.org', '--coordinator', 'piotr@example.org']

describe('parasol umbrella create', () => {
  test('founds an umbrella, mails its coordinators and says what comes next', async () => {
    const { code, lines } = await create(
      'common-cause',
      ...two,
      '--language',
      'pl',
      '--name',
      'Wspólna sprawa',
    )
    expect(code).toBe(0)
    const next = '/pl/sign-in?to=%2Fpl%2Fcommon-cause%2Ffirst-run'
    expect(lines.at(-1)).toBe(stage.platform.config.origin + next)
    for (const address of ['olena@example.org', 'piotr@example.org']) {
      const [mail] = await stage.mail.mailsTo(address)
      expect(mail!.email.subject).toBe('Wasza koalicja już istnieje')
      expect(mail!.email.text).toContain(next)
    }
    const [umbrella] = await owner<object>(
      `select name, settled_at, zone from platform.umbrellas where slug = 'common-cause'`,
    )
    expect(umbrella).toEqual({ name: { pl: 'Wspólna sprawa' }, settled_at: null, zone: 'Europe/Kyiv' })
  })

  test('leads a founder from the mail to the first page', async () => {
    await stage.app.umbrellas.reload()
    limitsOf(stage.platform).forget()
    const visitor = new Visitor(stage)
    const first = '/pl/common-cause/first-run'
    await visitor.signIn('piotr@example.org', 'Piotr', first)
    const html = await (await visitor.get(first)).text()
    expect(html).toContain('value="Wspólna sprawa"')
    const roles = await (await visitor.get('/pl/common-cause/roles')).text()
    expect(roles).toContain('Piotr')
    expect(roles).toContain('Przed pierwszym logowaniem')
  })

  test.each([
    [[], /Give one address/],
    [['Big', ...two], /cannot be an address/],
    [['x', ...two], /cannot be an address/],
    [['sign-in', ...two], /taken by a page/],
    [['account', ...two], /taken by a page/],
    [['api', ...two], /taken by a page/],
    [['uk', ...two], /taken by a page/],
    [['common-cause', ...two], /There is an umbrella/],
    [['lonely'], /two coordinators/],
    [['lonely', '--coordinator', 'a@example.org'], /two coordinators/],
    [['lonely', '--coordinator', 'a@example.org', '--coordinator', 'A@example.org '], /two coordinators/],
    [['lonely', '--coordinator', 'a@example.org', '--coordinator', 'nobody'], /no e-mail address/],
    [['lonely', ...two, '--language', 'de'], /--language/],
    [['lonely', ...two, '--zone', 'Mars/Base'], /no time zone/],
  ])('refuses %j in one line', async (args, message) => {
    const refused = create(...args)
    await expect(refused).rejects.toThrow(OperatorProblem)
    await expect(refused).rejects.toThrow(message)
    expect(await owner(`select 1 from platform.umbrellas where slug <> 'common-cause'`)).toEqual([])
  })
})

describe('parasol administrator add', () => {
  test('makes an administrator, who sees no content', async () => {
    await run(administratorAddCommand, 'machine@example.org')
    await run(administratorAddCommand, 'machine@example.org')
    expect(await owner('select count(*) from people.administrators')).toEqual([{ count: 1 }])
    const visitor = new Visitor(stage)
    await visitor.signIn('machine@example.org')
    expect((await visitor.get('/pl/common-cause/roles')).status).toBe(404)
  })
})

describe('parasol account recover', () => {
  test('lets a person in again who lost every second factor, and ends their sessions', async () => {
    const visitor = new Visitor(stage)
    await visitor.signIn('lost@example.org')
    await owner(
      `with person as (update accounts.users set two_factor_enabled = true where email = 'lost@example.org' returning id)
       insert into accounts.two_factors (id, user_id, secret, backup_codes, verified) select gen_random_uuid(), id, 'x', 'x', true from person`,
    )
    await run(accountRecoverCommand, 'Lost@example.org')
    expect((await visitor.get('/en/account')).status).toBe(303)
    expect((await visitor.signIn('lost@example.org')).headers.get('location')).toBe('/en/account')
    expect(await owner('select * from accounts.two_factors')).toEqual([])
  })

  test('says when nobody has the address', async () => {
    await expect(run(accountRecoverCommand, 'nobody@example.org')).rejects.toThrow(/Nobody has the address/)
  })
})
