import { tableRows } from '#platform/text/index.ts'
import type { DemoIndividual, DemoMember, DemoUmbrellaMembers } from './types.ts'

type Tables = { members: string; individuals: string; unions: string }

const list = (text: string) => text.split(' ').filter(Boolean)

/** `uk=Рада; en=Council` → `{ uk, en }`. */
const pairs = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(';')
      .filter(Boolean)
      .map(part => part.trim().split('=', 2) as [string, string]),
  )

const place = (text: string) => ({ country: text.slice(0, 2), region: text.length > 2 ? text : null })

// Cells at the end of a line may be left out.
const rowsOf = (table: string, columns: number): string[][] =>
  tableRows(
    table
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => line + ' |'.repeat(columns - line.split('|').length))
      .join('\n'),
    columns,
  )

/** key | form | kind | name | communities | languages | fields | level | region or country | town | since | real | numbers */
function member(cells: string[]): DemoMember {
  const [key, form, kind, name, communities, languages, fields, level, where, town, since, real, numbers] =
    cells as [
      string,
      DemoMember['form'],
      string,
      string,
      string,
      string,
      string,
      DemoMember['level'],
      ...string[],
    ]
  return {
    key,
    form,
    kind,
    name: pairs(name),
    communities: list(communities),
    languages: list(languages),
    fields: list(fields),
    level,
    ...place(where!),
    town: town!,
    since: since!,
    real: real === 'real',
    identifiers: pairs(numbers!),
  }
}

/** key | name | communities | languages | basis | recognised by | region | town | since | listed */
function individual(cells: string[]): DemoIndividual {
  const [key, name, communities, languages, basis, recognisedBy, region, town, since, listed] = cells as [
    string,
    string,
    string,
    string,
    DemoIndividual['basis'],
    ...string[],
  ]
  return {
    key,
    name: pairs(name),
    communities: list(communities),
    languages: list(languages),
    basis,
    recognisedBy: recognisedBy!,
    country: region!.slice(0, 2),
    region: region!,
    town: town!,
    since: since!,
    listed: listed === 'listed',
  }
}

/** The members of a demonstration umbrella from the tables of their file. */
export function readCoalition(tables: Tables): DemoUmbrellaMembers {
  const unions: Record<string, Record<string, string>[]> = {}
  for (const [union, name] of rowsOf(tables.unions, 2) as [string, string][]) {
    unions[union] = [...(unions[union] ?? []), pairs(name)]
  }
  return {
    members: rowsOf(tables.members, 13).map(member),
    individuals: rowsOf(tables.individuals, 10).map(individual),
    unions,
  }
}
