import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from './database.ts'
import { trackedFiles } from './source-files.ts'

const database = await freshDatabase()

type Column = { name: string; type: string; required: boolean }

async function columnsOf(schema: string, table: string): Promise<Map<string, Column>> {
  const { rows } = await database.owner.query<Column>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
     from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped`,
    [`${schema}.${table}`],
  )
  return new Map(rows.map(column => [column.name, column]))
}

const files = trackedFiles('src/**/schema.ts', 'src/**/schema/*.ts').filter(
  path => !path.endsWith('.test.ts'),
)
const tables = (
  await Promise.all(
    files.map(async path => {
      const exported: Record<string, unknown> = await import(/* @vite-ignore */ `../${path}`)
      return Object.values(exported).filter(value => is(value, PgTable))
    }),
  )
).flat()

// The catalogue spells types out.
const spelled = (type: string) =>
  type
    .replace(/^varchar/, 'character varying')
    .replace(/^timestamptz$/, 'timestamp with time zone')
    .replace(/^int$/, 'integer')

describe('schema.ts', () => {
  it('was found in the rooms', () => {
    expect(files.length).toBeGreaterThan(3)
    expect(tables.length).toBeGreaterThan(10)
  })

  it.each(
    tables.map(table => [`${getTableConfig(table).schema}.${getTableConfig(table).name}`, table] as const),
  )('%s is what the database has', async (_name, table) => {
    const { schema, name, columns } = getTableConfig(table)
    const real = await columnsOf(schema ?? 'public', name)
    const described = columns.map(column => ({
      name: column.name,
      type: spelled(column.getSQLType()),
      required: column.notNull || column.primary,
    }))
    expect(described.map(column => column.name).filter(column => !real.has(column))).toEqual([])
    for (const column of described) expect(column).toEqual(real.get(column.name))
  })
})
