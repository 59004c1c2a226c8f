import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { Command } from '#platform/command.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'

function cell(value: unknown): string {
  if (value === null) return '∅'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Rows under their columns' names, then how many there were. */
function table(result: Pick<pg.QueryResult, 'fields' | 'rows' | 'command' | 'rowCount'>): string[] {
  const names = result.fields?.map(({ name }) => name) ?? []
  if (names.length === 0) return [`${result.command} ${result.rowCount ?? ''}`.trimEnd()]
  const rows = result.rows.map(row => names.map(name => cell(row[name]).replace(/\s+/g, ' ')))
  const widths = names.map((name, column) => Math.max(name.length, ...rows.map(row => row[column]!.length)))
  const line = (cells: string[]) =>
    cells
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  return [line(names), line(widths.map(width => '─'.repeat(width))), ...rows.map(line), `${rows.length} rows`]
}

async function answer(client: pg.ClientBase, sql: string): Promise<{ ok: boolean; lines: string[] }> {
  try {
    const results = [await client.query(sql)].flat() as pg.QueryResult[]
    return { ok: true, lines: results.flatMap(table) }
  } catch (error) {
    const { message, hint } = error as pg.DatabaseError
    return { ok: false, lines: [`! ${message}`, ...(hint ? [`  ${hint}`] : [])] }
  }
}

async function converse(client: pg.ClientBase): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: 'parasol> ' })
  let statement = ''
  terminal.prompt()
  for await (const line of terminal) {
    statement += `${line}\n`
    if (statement.trim() === '\\q') break
    if (statement.trim() === '' || statement.trimEnd().endsWith(';')) {
      if (statement.trim()) for (const text of (await answer(client, statement)).lines) console.log(text)
      statement = ''
    }
    terminal.setPrompt(statement ? '    ...> ' : 'parasol> ')
    terminal.prompt()
  }
  terminal.close()
}

/** SQL as the owner of the tables: for the installation's administrator, not for the work of a coalition. */
export const consoleCommand: Command = {
  name: 'console',
  summary: 'SQL as the owner of the tables (a statement ends with ; and \\q leaves)',
  usage: '[--execute <sql>] [--write]',
  async run({ platform, print }, args) {
    const { values } = parseArgs({
      args,
      options: { execute: { type: 'string', short: 'e' }, write: { type: 'boolean', default: false } },
    })
    if (values.execute?.trim() === '') throw new OperatorProblem('--execute needs a statement.')
    const { database } = await platform()
    const client = await database.owner.connect()
    try {
      if (!values.write) await client.query('set default_transaction_read_only = on')
      if (values.execute === undefined) {
        print(
          values.write
            ? 'Connected; what you write is not in the journal.'
            : 'Connected for reading; --write allows changes.',
        )
        await converse(client)
        return 0
      }
      const { ok, lines } = await answer(client, values.execute)
      for (const text of lines) print(text)
      return ok ? 0 : 1
    } finally {
      client.release(true)
    }
  },
}
