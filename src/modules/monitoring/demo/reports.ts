import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { newReceipt } from '#platform/vault/index.ts'
import { answerReport, closeReport, joinToIncident } from '../actions/answer-report.ts'
import { submitReport } from '../actions/submit-report.ts'
import { changeConsents, writeAsReporter } from '../actions/write-to-mailbox.ts'
import { openMailbox } from '../queries/mailbox.ts'
import type { ToldReport } from '../report/answers.ts'
import type { ConsentUse } from '../report/consent-uses.ts'
import { slug } from './install.ts'
import { told } from './told.ts'

type Said = { from: 'reporter' | 'monitor'; text: string }
type DemoReport = {
  daysAgo: number
  locale: 'uk' | 'pl'
  told: Partial<ToldReport> & Pick<ToldReport, 'what' | 'uses'>
  talk: Said[]
  /** What it may be used for in the end, where the person thought again. */
  uses?: ConsentUse[]
  becomes?: 'closed' | 'incident'
}

const reporter = (text: string): Said => ({ from: 'reporter', text })
const monitor = (text: string): Said => ({ from: 'monitor', text })

/** Nothing of it happened, and nobody in it exists. */
const stories: DemoReport[] = [
  {
    ...{ daysAgo: 1, locale: 'uk', talk: [] },
    told: {
      what: 'Учора ввечері сусід перегородив мені вхід до під’їзду й сказав, що «таких» він сюди не пускатиме. Я чекала на вулиці пів години.',
      ...{ whose: 'self', uses: ['statistics'], wishes: ['legal'] },
    },
  },
  {
    ...{ daysAgo: 4, locale: 'uk' },
    told: {
      what: 'Бачив, як контролер вивів із електрички двох хлопців, хоча квитки в них були.',
      ...{ whose: 'saw', uses: ['statistics', 'map'] },
    },
    talk: [monitor('Дякуємо, що розповіли. Чи пам’ятаєте, якого дня й на якій станції це було?')],
  },
  {
    ...{ daysAgo: 8, locale: 'pl' },
    told: {
      what: 'W urzędzie odmówiono mojej sąsiadce przyjęcia wniosku, bo „nie mówi po ludzku”. Byłam przy tym.',
      ...{ whose: 'other', uses: ['statistics', 'map', 'lawyer'], wishes: ['legal', 'authority'] },
    },
    talk: [
      monitor('Dziękujemy za zgłoszenie. Czy sąsiadka dostała odmowę na piśmie?'),
      reporter('Nie, powiedziano to tylko ustnie. Zapisałam godzinę i numer okienka.'),
    ],
  },
  {
    ...{ daysAgo: 15, locale: 'uk', uses: ['statistics'] },
    told: {
      what: 'На ринку мені відмовилися продати хліб і назвали образливим словом. Поряд були люди, усі відвернулися.',
      ...{ whose: 'self', uses: ['statistics', 'map', 'media'] },
    },
    talk: [
      monitor('Нам прикро, що так сталося. Ви дозволили розповісти про це у ЗМІ. Чи це й досі так?'),
      reporter('Ні, боюся, що мене впізнають. Хай буде лише у статистиці.'),
      monitor('Зрозуміли. Далі цього не передамо.'),
    ],
  },
  {
    ...{ daysAgo: 5, locale: 'uk', becomes: 'incident' },
    told: {
      what: 'Нас із дітьми не пустили на дитячий майданчик у торговому центрі. Охоронець сказав, що для таких є інші місця.',
      ...{ whose: 'self', uses: ['statistics', 'map', 'authority'], wishes: ['authority'] },
    },
    talk: [monitor('Ми записали це як випадок і звернемося до дирекції. Вашого імені ніде не буде.')],
  },
  {
    ...{ daysAgo: 21, locale: 'uk', becomes: 'closed' },
    told: {
      what: 'У нашому дворі другий місяць не вивозять сміття, і ніхто не відповідає на дзвінки.',
      ...{ whose: 'self', uses: [] },
    },
    talk: [
      monitor(
        'На жаль, із цим ми не допоможемо: звернутися треба до міської ради. Якщо річ у ставленні до вашої спільноти, напишіть.',
      ),
    ],
  },
]

const lastMonth = Temporal.Now.plainDateISO('UTC').subtract({ months: 1 }).toString()

const blank: Omit<ToldReport, 'what' | 'uses'> = {
  ...{ whose: 'self', naming: 'anonymous', name: '', whom: '', signs: ['WORDS'], why: '' },
  ...{ reported: 'no', after: '', wishes: ['record'], contact: '', safely: '' },
  when: { precision: 'month', month: lastMonth.slice(5, 7), year: lastMonth.slice(0, 4) },
  where: { online: false, region: 'UA-51', town: 'Одеса', place: '' },
}

async function talk(tx: Tx, receipt: string, { talk, uses }: DemoReport): Promise<void> {
  for (const { from, text } of talk) {
    const mailbox = (await openMailbox(tx, receipt))!
    if (from === 'reporter') await writeAsReporter(tx, mailbox, crypto.randomUUID(), text)
    else told(await answerReport(tx, mailbox.record, { report: mailbox.report, text }))
  }
  if (uses) await changeConsents(tx, (await openMailbox(tx, receipt))!, uses)
}

const backdate = `update monitoring.reports r set received_on = received_on - d.days,
    waiting_since = case when waiting_since is null then null else waiting_since - d.days end
  from jsonb_to_recordset($1::jsonb) as d (id uuid, days int)
  where r.umbrella_id = platform.current_umbrella() and r.id = d.id`

/** Reports in every state: new, asked, talking, with a consent taken back, part of an incident, closed. */
export async function installReports({ database }: Platform, incident: string): Promise<void> {
  const umbrella = demoUmbrellaId(slug)
  const team = { umbrella, account: demoPersonId(`${slug}.monitor`) }
  const days: { id: string; days: number }[] = []
  for (const story of stories) {
    const [id, receipt] = [crypto.randomUUID(), newReceipt()]
    await inScope(database.request, { umbrella, account: null }, 'write', async tx =>
      told(await submitReport(tx, { id, receipt, locale: story.locale, told: { ...blank, ...story.told } })),
    )
    await inScope(database.request, team, 'write', async tx => {
      await talk(tx, receipt, story)
      const { record } = (await openMailbox(tx, receipt))!.record
      if (story.becomes === 'incident') told(await joinToIncident(tx, { report: id, record, incident }))
      if (story.becomes === 'closed') told(await closeReport(tx, { report: id, record }))
    })
    days.push({ id, days: story.daysAgo })
  }
  await inScope(database.owner, team, 'write', tx => tx.$client.query(backdate, [JSON.stringify(days)]))
}
