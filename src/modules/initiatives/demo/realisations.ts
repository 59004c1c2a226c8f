import { sql } from 'drizzle-orm'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { inScope } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { publishReport, publishResult, type Result } from '../actions/give-account.ts'
import { joinGroup } from '../actions/join-group.ts'
import { addMilestone, settleMilestone } from '../actions/keep-milestone.ts'
import { addNeed, type NeedFacts } from '../actions/keep-need.ts'
import { addTask, settleTask } from '../actions/keep-task.ts'
import { confirmPledge, makePledge, type PledgeFacts } from '../actions/make-pledge.ts'
import { stallOverdue } from '../actions/mark-stalled.ts'
import { recordExpense } from '../actions/record-expense.ts'
import { resourcesOf } from '../queries/realisation-money.ts'
import { milestonesOf } from '../queries/realisation-work.ts'
import type { TaskStatus } from '../schema/realisation.ts'
import { as, membershipOf, type Part, slug, told } from './install.ts'
import { ageEntries, asOwner } from './past.ts'

const times: Record<string, readonly string[]> = {
  realisations: ['opened_at', 'report_due_at', 'stalled_at', 'ended_at'],
  realisation_members: ['joined_at'],
  tasks: ['created_at', 'settled_at'],
  milestones: ['created_at', 'settled_at'],
  realisation_needs: ['created_at'],
  pledges: ['pledged_at', 'settled_at'],
  expenses: ['recorded_at'],
  reports: ['published_at'],
  results: ['published_at'],
}

/** Makes what was done so far in a realisation this many days older. */
const letWorkAge = (platform: Platform, realisation: string, days: number): Promise<void> =>
  asOwner(platform, slug, async tx => {
    for (const [table, columns] of Object.entries(times)) {
      const key = sql.identifier(table === 'realisations' ? 'id' : 'realisation_id')
      const older = columns.map(
        column => sql`${sql.identifier(column)} = ${sql.identifier(column)} - make_interval(days => ${days})`,
      )
      const name = sql`initiatives.${sql.identifier(table)}`
      await tx.execute(sql`alter table ${name} disable trigger user`)
      await tx.execute(sql`update ${name} set ${sql.join(older, sql`, `)} where ${key} = ${realisation}`)
      await tx.execute(sql`alter table ${name} enable trigger user`)
    }
    await ageEntries(tx, realisation, days)
  })

async function realisationOf(platform: Platform, beginning: string): Promise<string> {
  return asOwner(platform, slug, async tx => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select r.id from initiatives.realisations r
      join initiatives.initiatives i on i.umbrella_id = r.umbrella_id and i.id = r.initiative_id
      where i.umbrella_id = platform.current_umbrella() and i.title ->> 'uk' like ${`${beginning}%`}`)
    return rows[0]!.id
  })
}

/** One realisation, worked on by people of the cast. */
function desk(platform: Platform, realisation: string) {
  const day = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()
  const locale = 'uk'
  return {
    day,
    join: async (part: Part) =>
      told(await as(platform, part, tx => joinGroup(tx, { realisation, membership: membershipOf(part) }))),

    async task(part: Part, title: string, who: Part | null, days: number, status: TaskStatus = 'open') {
      const by = membershipOf(part)
      const facts = { title, locale, membership: who && membershipOf(who), person: null, due: day(days) }
      const { id } = told(await as(platform, part, tx => addTask(tx, { realisation, by, facts })))
      if (status !== 'open')
        told(await as(platform, part, tx => settleTask(tx, { realisation, task: id, by, status })))
    },

    async milestone(part: Part, title: string, days: number, reached = false) {
      const by = membershipOf(part)
      told(
        await as(platform, part, tx =>
          addMilestone(tx, { realisation, by, facts: { title, locale, due: day(days) } }),
        ),
      )
      if (!reached) return
      const all = await as(platform, part, tx => milestonesOf(tx, realisation))
      const milestone = all.find(one => one.title === title)!.id
      told(
        await as(platform, part, tx =>
          settleMilestone(tx, { realisation, milestone, by, status: 'reached' }),
        ),
      )
    },

    async need(part: Part, facts: Omit<NeedFacts, 'locale'>) {
      const need = { realisation, by: membershipOf(part), facts: { ...facts, locale } }
      told(await as(platform, part, tx => addNeed(tx, need)))
    },

    /** Promised for the need of that name; received by `receiver` when it has come. */
    async pledge(part: Part, need: string, facts: Omit<PledgeFacts, 'locale' | 'need'>, receiver?: Part) {
      const before = await as(platform, part, tx => resourcesOf(tx, realisation))
      const answered = before.needs.find(({ title }) => title === need)!
      const pledge = { ...facts, need: answered.id, locale }
      told(
        await as(platform, part, tx =>
          makePledge(tx, { realisation, membership: membershipOf(part), facts: pledge }),
        ),
      )
      const { pledges } = await as(platform, part, tx => resourcesOf(tx, realisation))
      const { id } = pledges.find(({ what, status }) => what === facts.what && status === 'pledged')!
      if (receiver) {
        const given = { realisation, pledge: id, by: membershipOf(receiver), given: facts.amount }
        told(await as(platform, receiver, tx => confirmPledge(tx, given)))
      }
      return id
    },

    async expense(part: Part, pledge: string, what: string, amount: number, days: number) {
      const facts = { pledge, what, locale, amount, spentOn: day(days), overReason: null }
      const receipt = { name: 'чек.txt', bytes: new TextEncoder().encode(`Демонстрація: ${what}\n`) }
      const spent = { realisation, membership: membershipOf(part), facts, receipt }
      told(await as(platform, part, tx => recordExpense(tx, spent)))
    },

    async report(part: Part, body: string) {
      const report = { realisation, membership: membershipOf(part), body, locale, corrects: null, files: [] }
      told(await as(platform, part, tx => publishReport(tx, report)))
    },

    age: (days: number) => letWorkAge(platform, realisation, days),
  }
}

async function playFootball(platform: Platform): Promise<void> {
  const work = desk(platform, await realisationOf(platform, 'Турнір'))
  const owner = 'secondCoordinator'
  await work.join('representative')
  await work.join('partner')
  await work.milestone('representative', 'Жеребкування команд', 18)
  await work.milestone(owner, 'Фінал і спільний обід', 40)
  await work.need(owner, { kind: 'money', title: 'Форма, м’ячі, вода', amount: 60_000_00, currency: 'UAH' })
  await work.need(owner, {
    kind: 'money',
    title: 'Дорога команд з інших областей',
    amount: 1_500_00,
    currency: 'EUR',
  })
  await work.need(owner, {
    kind: 'premises',
    title: 'Стадіон із роздягальнями на два дні',
    amount: 1,
    currency: null,
  })
  await work.need(owner, { kind: 'people', title: 'Судді та помічники', amount: 8, currency: null })
  await work.age(12)
  await work.milestone(owner, 'Стадіон і день погоджено з містом', -6, true)
  const money = {
    kind: 'money',
    what: 'Внесок із членських коштів',
    amount: 20_000_00,
    currency: 'UAH',
  } as const
  const given = await work.pledge('representative', 'Форма, м’ячі, вода', money, owner)
  const judges = {
    kind: 'people',
    what: 'П’ятеро суддів зі спортивних секцій',
    amount: 5,
    currency: null,
  } as const
  await work.pledge('representative', 'Судді та помічники', judges)
  const road = { kind: 'money', what: 'Квитки для двох команд', amount: 400_00, currency: 'EUR' } as const
  await work.pledge('coordinator', 'Дорога команд з інших областей', road)
  await work.expense(owner, given, 'Сорок комплектів форми', 13_450_00, -9)
  await work.task(owner, 'Домовитися зі стадіоном', owner, -14, 'done')
  await work.task(owner, 'Скласти правила турніру: жодних образ із трибун', 'partner', -10, 'done')
  await work.task(owner, 'Запросити команди з восьми областей', 'representative', 6)
  await work.task(owner, 'Знайти лікарку на обидва дні', null, 12)
  await work.task('representative', 'Написати школам про вболівальників', 'representative', -2)
  await work.report(
    owner,
    'Стадіон погоджено, форму замовлено. Дві команди ще не підтвердили участь, бо не мають за що приїхати.\n\nПотрібна лікарка на обидва дні: якщо хтось знає, напишіть нам.',
  )
  await work.age(8)
}

async function fallSilent(platform: Platform): Promise<void> {
  const work = desk(platform, await realisationOf(platform, 'Міжвідомча'))
  const owner = 'coordinator'
  await work.milestone(owner, 'Розгляд громадською радою', -36)
  await work.task(owner, 'Зібрати випадки від членів без імен постраждалих', null, -61)
  await work.task(owner, 'Зустріч у Міністерстві культури', owner, -51)
  await work.age(20)
  await work.milestone(owner, 'Проєкт положення готовий', -56, true)
  await work.report(
    owner,
    'Проєкт положення готовий, його прочитали троє юристів. Чекаємо на дату засідання громадської ради.',
  )
  await work.age(40)
  const nobody = { umbrella: demoUmbrellaId(slug), account: null }
  await inScope(platform.database.request, nobody, 'write', stallOverdue)
  await work.age(21)
}

async function holdFair(platform: Platform): Promise<void> {
  const realisation = await realisationOf(platform, 'Ярмарок')
  const work = desk(platform, realisation)
  const owner = 'representative'
  await work.join('secondCoordinator')
  await work.need(owner, { kind: 'money', title: 'Намети й друк', amount: 18_000_00, currency: 'UAH' })
  const money = { kind: 'money', what: 'На намети', amount: 18_000_00, currency: 'UAH' } as const
  const given = await work.pledge('secondCoordinator', 'Намети й друк', money, owner)
  await work.expense(owner, given, 'Оренда дев’яти наметів', 14_200_00, -60)
  await work.expense(owner, given, 'Афіші трьома мовами', 3_780_00, -62)
  await work.task(owner, 'Лист до міської ради', owner, -110, 'done')
  await work.task(owner, 'Розклад відкритих уроків', 'secondCoordinator', -80, 'done')
  await work.age(30)
  await work.milestone(owner, 'Місто дало площу', -92, true)
  await work.report(owner, 'Площу маємо, дев’ять шкіл готові. Потрібні столи.')
  await work.age(30)
  await work.milestone(owner, 'Ярмарок', -60, true)
  const result = {
    ...{ realisation, membership: membershipOf(owner), locale: 'uk' },
    reached: 'fully',
    body: 'Дев’ять шкіл провели двадцять сім відкритих уроків. Прийшло понад п’ятсот людей, на навчання записалося 84 дитини.',
    evaluation:
      'Найбільше людей прийшло через афіші біля шкіл, найменше через соцмережі. Наступного разу треба тінь і більше стільців.',
    ...{ peopleReached: 84, files: [] },
  } satisfies Result
  told(await as(platform, owner, tx => publishResult(tx, result)))
  await work.age(60)
}

/** What became of the supported initiatives: one runs, one has stalled, one is done. */
export async function carryOut(platform: Platform): Promise<void> {
  await playFootball(platform)
  await fallSilent(platform)
  await holdFair(platform)
}
