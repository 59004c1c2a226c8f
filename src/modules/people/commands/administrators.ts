import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { ensurePerson } from './ensure-person.ts'

function oneAddress(args: string[], example: string): string {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true })
  const [mail, ...more] = positionals
  if (!mail || more.length > 0) throw new OperatorProblem(`Give one e-mail address, like: ${example}`)
  return mail
}

/** `parasol administrator add`: who keeps the installation running. Sees no content of any umbrella. */
export const administratorAddCommand: Command = {
  name: 'administrator add',
  summary: 'let a person see how the installation does, without any content',
  usage: '<mail>',
  async run({ platform, print }, args) {
    const mail = oneAddress(args, 'administrator add someone@example.org')
    const { owner } = (await platform()).database
    await inScope(owner, { umbrella: null, account: null }, 'write', async tx => {
      const person = await ensurePerson(tx, mail, 'en')
      await tx.execute(sql`
        insert into people.administrators (person_id) values (${person}) on conflict (person_id) do nothing`)
    })
    print(`${mail} administers this installation from the next sign-in on.`)
    return 0
  },
}

/** `parasol account recover`: for a person who lost phone and recovery codes, once the operator knows it is them. */
export const accountRecoverCommand: Command = {
  name: 'account recover',
  summary: 'remove the second factors and sessions of a person who lost them; they sign in by e-mail again',
  usage: '<mail>',
  async run({ platform, print }, args) {
    const mail = oneAddress(args, 'account recover someone@example.org').trim().toLowerCase()
    const { owner } = (await platform()).database
    const { rowCount } = await owner.query(
      'update accounts.users set two_factor_enabled = false, updated_at = now() where email = $1',
      [mail],
    )
    if (!rowCount) throw new OperatorProblem(`Nobody has the address ${mail} here.`)
    for (const table of ['two_factors', 'passkeys', 'sessions', 'code_attempts']) {
      await owner.query(
        `delete from accounts.${table} where user_id = (select id from accounts.users where email = $1)`,
        [mail],
      )
    }
    print(`${mail} can sign in with a mailed code. Ask them to set up a second factor again.`)
    return 0
  },
}
