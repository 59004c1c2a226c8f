import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { askForRelease } from '../actions/ask-for-release.ts'
import { enterOfficialFigure, enterPopulation } from '../actions/enter-comparison.ts'
import { publishRelease } from '../actions/publish-release.ts'
import { slug } from './install.ts'
import { told } from './told.ts'

const person = (part: 'monitor' | 'secondMonitor') => demoPersonId(`${slug}.${part}`)

const note = {
  uk: 'Демонстраційні дані: жодного з цих випадків не було.',
  pl: 'Dane demonstracyjne: żadne z tych zdarzeń nie miało miejsca.',
  en: 'Demonstration data: none of this happened.',
}

// State Statistics Service of Ukraine, resident population on 1 January 2022.
const people = {
  'UA-12': 3_096_485,
  'UA-21': 1_244_476,
  'UA-30': 2_952_301,
  'UA-46': 2_478_133,
  'UA-48': 1_091_821,
  'UA-51': 2_351_392,
  'UA-63': 2_598_961,
}
const populationSource = 'Державна служба статистики України, 1.01.2022'

async function letOut(platform: Platform, on: Temporal.PlainDate): Promise<void> {
  const by = <T>(part: 'monitor' | 'secondMonitor', work: (tx: Tx) => Promise<T>) =>
    inScope(
      platform.database.request,
      { umbrella: demoUmbrellaId(slug), account: person(part) },
      'write',
      work,
    )
  const { id } = told(await by('monitor', tx => askForRelease(tx, { asker: person('monitor'), note }, on)))
  told(await by('secondMonitor', tx => publishRelease(tx, id)))
}

// Everything is done today, and the first release lies half a year back.
async function letHalfAYearPass(tx: Tx): Promise<void> {
  await tx.$client.query('alter table monitoring.releases disable trigger user')
  await tx.$client.query(
    `update monitoring.releases set published_at = recorded_until + interval '33 days'
     where umbrella_id = platform.current_umbrella() and number = 1`,
  )
  await tx.$client.query('alter table monitoring.releases enable trigger user')
}

async function compare(tx: Tx, year: number): Promise<void> {
  for (const [region, count] of Object.entries(people))
    await enterPopulation(tx, person('monitor'), {
      ...{ region, year: 2022, people: count, source: populationSource },
    })
  const source = 'вигадано для демонстрації'
  const authority = 'Поліція (демо)'
  const figure = { authority, year, source }
  await enterOfficialFigure(tx, person('monitor'), { ...figure, measure: 'recorded', value: 14 })
  await enterOfficialFigure(tx, person('monitor'), { ...figure, measure: 'charged', value: 0 })
  await enterOfficialFigure(tx, person('monitor'), { ...figure, measure: 'convicted', value: null })
}

/** Two releases of the invented incidents, and what their numbers are compared with. */
export async function installReleases(platform: Platform): Promise<void> {
  const today = Temporal.Now.plainDateISO('UTC')
  await letOut(platform, today.subtract({ months: 6 }))
  await letOut(platform, today)
  const scope = { umbrella: demoUmbrellaId(slug), account: person('monitor') }
  await inScope(platform.database.owner, scope, 'write', letHalfAYearPass)
  await inScope(platform.database.request, scope, 'write', tx => compare(tx, today.year))
}
