import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import type { NewSource } from '../actions/add-source.ts'
import { keepCoding } from '../actions/keep-coding.ts'
import { recordIncident } from '../actions/record-incident.ts'
import type { ChosenCodes } from '../schema/codings.ts'
import { slug } from './install.ts'
import { told } from './told.ts'

type Coder = 'monitor' | 'secondMonitor'
type Waiting = {
  daysAgo: number
  region: string
  place: string
  summary: string
  source: 'direct' | 'media'
  codings?: Partial<Record<Coder, ChosenCodes>>
}

const refused: ChosenCodes = {
  ...{ layer: 'D', types: ['SRV'], biases: ['ROMA'], bias: 'ROMA', bias_indicators: ['DIFFERENCE'] },
  ...{ certainty: '040000000000', targets: ['FAM'], target_groups: ['OWN-ROMA'], severity: '1' },
}
const shouted: ChosenCodes = {
  ...{ layer: 'S', types: ['ABU'], biases: ['AM'], bias: 'AM', bias_indicators: ['WORDS'] },
  ...{
    certainty: '010000000000',
    targets: ['PER'],
    target_groups: ['OWN-MUSLIM'],
    location: 'TRN',
    severity: '1',
  },
}

/** Nothing of it happened. The last two are one thing told twice. */
const stories: Waiting[] = [
  {
    ...{ daysAgo: 2, region: 'UA-48', place: 'Миколаїв, вул. Ліхтарна (вигадана)', source: 'direct' },
    summary:
      'Учителька пересадила трьох дітей на останню парту, бо «батьки інших скаржаться». Мати розповіла про це на другий день.',
  },
  {
    ...{ daysAgo: 9, region: 'UA-63', place: 'Харків, площа Кленова (вигадана)', source: 'media' },
    summary:
      'Місцеве видання пише про сутичку біля гуртожитку: двох іноземних студентів побили, поліція відкрила провадження за хуліганство.',
  },
  {
    ...{ daysAgo: 5, region: 'UA-51', place: 'Одеса, вул. Ліхтарна (вигадана)', source: 'direct' },
    summary:
      'Родину з дітьми не пустили на дитячий майданчик торгового центру. Охоронець сказав, що «для таких є інші місця».',
    codings: { monitor: refused },
  },
  {
    ...{ daysAgo: 6, region: 'UA-30', place: 'Київ, тролейбус', source: 'direct' },
    summary:
      'W trolejbusie mężczyzna krzyczał na kobietę w chuście i żądał, żeby wysiadła. Nikt nie zareagował, wysiadła przystanek wcześniej.',
    codings: { secondMonitor: shouted },
  },
  {
    ...{ daysAgo: 12, region: 'UA-46', place: 'Львів, вул. Ліхтарна (вигадана)', source: 'direct' },
    summary:
      'Кав’ярня відмовилася приймати замовлення в родини й викликала охорону. Управителька казала про «правила закладу», але показати їх не змогла.',
    codings: {
      monitor: refused,
      secondMonitor: { ...refused, types: ['SRV', 'PROF'], certainty: '010000000000', targets: ['PER'] },
    },
  },
  {
    ...{ daysAgo: 4, region: 'UA-21', place: 'Ужгород, вул. Ліхтарна (вигадана)', source: 'direct' },
    summary:
      'Уночі невідомі розбили вікна в будинку культури спільноти й написали на дверях погрозу. На ранок приїхала поліція, забрала камінь і опитала сторожа.',
  },
  {
    ...{ daysAgo: 4, region: 'UA-21', place: 'вул. Ліхтарна (вигадана), Ужгород', source: 'media' },
    summary:
      'У будинку культури спільноти вночі невідомі розбили вікна й написали на дверях погрозу. Поліція приїхала на ранок, опитала сторожа й забрала камінь.',
  },
]

const sourceOf = ({ source, summary }: Waiting): NewSource => ({
  ...{ kind: source, link: null, authenticated: false, hash: null },
  texts: source === 'media' ? { address: 'https://news.example/1', text: summary } : { text: summary },
})

async function recordOne(tx: Tx, story: Waiting): Promise<string> {
  const day = Temporal.Now.plainDateISO('UTC').subtract({ days: story.daysAgo }).toString()
  const { id } = told(
    await recordIncident(tx, {
      ...{ region: story.region, month: `${day.slice(0, 7)}-01`, monthUntil: null, precision: 'exact' },
      priority: null,
      texts: { summary: story.summary, place: story.place, day },
      sources: [sourceOf(story)],
    }),
  )
  return id
}

/** Incidents that wait for a first coder, for a second, for the two to agree; and two that are likely one. */
export async function installWaiting(platform: Platform): Promise<Map<string, string>> {
  const as = <T>(part: Coder, work: (tx: Tx) => Promise<T>) => {
    const scope = { umbrella: demoUmbrellaId(slug), account: demoPersonId(`${slug}.${part}`) }
    return inScope(platform.database.request, scope, 'write', work)
  }
  const ids = await as('monitor', async tx => {
    const recorded: string[] = []
    for (const story of stories) recorded.push(await recordOne(tx, story))
    return recorded
  })
  for (const part of ['monitor', 'secondMonitor'] as const) {
    await as(part, async tx => {
      for (const [index, { codings }] of stories.entries())
        if (codings?.[part]) told(await keepCoding(tx, ids[index]!, codings[part], true))
    })
  }
  return new Map(stories.map(({ region }, index) => [region, ids[index]!]))
}
