import type { Localised } from '#platform/i18n/index.ts'

/** Invented organisations, in the languages their names exist in. */
export const organisations: {
  name: Localised
  region: string
  since: string
  own: number
  ordinal: number
}[] = [
  {
    name: {
      uk: 'Обласна рада національно-культурних товариств',
      en: 'Regional council of national cultural societies',
    },
    region: 'UA-51',
    since: '2011-06-21',
    own: 23,
    ordinal: 0,
  },
  {
    name: { uk: 'Товариство грецької культури «Агора»', pl: 'Towarzystwo Kultury Greckiej „Agora”' },
    region: 'UA-14',
    since: '2012-02-03',
    own: 0,
    ordinal: 4,
  },
  {
    name: { pl: 'Fundacja Wspólny Dom', en: 'Common Home Foundation' },
    region: 'PL-06',
    since: '2021-06-15',
    own: 4,
    ordinal: 9,
  },
  {
    name: { rom: 'Romano drom', uk: 'Ромська дорога' },
    region: 'UA-21',
    since: '2019-10-30',
    own: 1250,
    ordinal: 17,
  },
]

/** Members by region, unevenly spread as in life. */
export const ukrainian = new Map([
  ['UA-51', 14],
  ['UA-30', 11],
  ['UA-63', 9],
  ['UA-46', 7],
  ['UA-21', 7],
  ['UA-12', 6],
  ['UA-23', 5],
  ['UA-48', 4],
  ['UA-77', 4],
  ['UA-43', 3],
  ['UA-14', 3],
  ['UA-65', 2],
  ['UA-18', 2],
  ['UA-05', 1],
  ['UA-53', 1],
  ['UA-40', 1],
])

export const polish = new Map([
  ['PL-14', 31],
  ['PL-06', 18],
  ['PL-20', 16],
  ['PL-12', 9],
  ['PL-02', 8],
  ['PL-22', 5],
  ['PL-18', 3],
  ['PL-28', 2],
])

export const european = new Map([
  ['UA', 48],
  ['PL', 31],
  ['DE', 6],
  ['CZ', 5],
  ['FR', 3],
  ['IT', 3],
  ['ES', 2],
  ['HU', 2],
  ['BE', 1],
  ['PT', 1],
  ['AT', 1],
  ['MT', 1],
  ['CY', 1],
])
