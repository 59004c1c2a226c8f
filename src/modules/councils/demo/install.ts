import { sql } from 'drizzle-orm'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import type { Outcome } from '#platform/refusal.ts'
import { recordDecision, recordVote } from '../actions/decide.ts'
import { apply, beginFormation, publishCall } from '../actions/form-council.ts'
import { createCouncil } from '../actions/keep-council.ts'
import { approveMinutes, proposeMinutes, publishMinutes } from '../actions/keep-minutes.ts'
import { keepReception, noteContact } from '../actions/keep-reception.ts'
import { addSeat, type HolderFacts, seatHolder } from '../actions/keep-seats.ts'
import { addItem, holdSession, inviteToSession, planSession } from '../actions/keep-session.ts'
import { reportBack } from '../actions/report-back.ts'
import { findSession } from '../queries/session.ts'
import { proposeOwnDraft, proposeToCommissioner } from './legislation.ts'
import { adoptRules } from './rules.ts'
import { councilsOf, type DemoCouncil } from './texts.ts'

const as = <T>(platform: Platform, slug: string, part: string, work: (tx: Tx) => Promise<T>) =>
  inScope(
    platform.database.request,
    { umbrella: demoUmbrellaId(slug), account: demoPersonId(`${slug}.${part}`) },
    'write',
    work,
  )

// A story that the program refuses is a bug of the demonstration.
function went(outcome: Outcome): void {
  if (!outcome.ok) throw new Error(`the councils of the demonstration: ${outcome.reason}`)
}

const today = () => Temporal.Now.plainDateISO('Europe/Kyiv')
const at = (days: number) =>
  today().add({ days }).toZonedDateTime({ timeZone: 'Europe/Kyiv', plainTime: '11:00' }).toInstant()

async function own(tx: Tx, person: string): Promise<{ membership: string | null; account: string }> {
  const { rows } = await tx.execute<{ membership: string }>(sql`
    select m.membership_id as membership from network.mandates m
    where m.umbrella_id = platform.current_umbrella() and m.person_id = ${person} and m.status = 'confirmed' order by m.id limit 1`)
  return { membership: rows[0]?.membership ?? null, account: person }
}

const seatedSince = '2025-03'

const facesOf = ({ kind, name, slug, about = {}, field = {}, founded }: DemoCouncil) => ({
  ...{ kind, name, slug, about, field, founded: founded ?? null },
  ...{ bodyId: null, dissolved: null, seats: null, quorumRule: 'half_of_seats' as const, quorumNumber: null },
  ...{ majorityRule: 'of_votes' as const, public: true, demonstration: true },
})

const other = (organisation: string): Omit<HolderFacts, 'post' | 'duty'> => ({
  ...{ name: `${organisation}: представництво (демо)`, named: false, account: null, membership: null },
  ...{
    onBehalf: organisation,
    delegate: false,
    nominatedBy: organisation,
    mandateNote: null,
    mandateFile: null,
  },
  ...{ start: seatedSince, end: null },
})

const delegateOf = ({ membership, account }: { membership: string | null; account: string }) => ({
  ...{ account, membership, onBehalf: null, delegate: true, mandateNote: 'Рішення загальних зборів (демо)' },
  end: today().add({ days: 45 }).toString(),
})

/** A council with its seats; the coalition’s delegate in the second, others by their organisations, one seat vacant. */
async function record(tx: Tx, umbrella: string, facts: DemoCouncil) {
  const { id } = await createCouncil(tx, facesOf(facts))
  const place = { id, public: true }
  if (facts.rules) await adoptRules(tx, place, facts.rules)
  const posts: string[] = []
  for (const label of facts.seats) {
    posts.push(await addSeat(tx, place, { label, nominates: facts.nominates ?? null, voting: true }))
  }
  const person = await own(tx, demoPersonId(`${umbrella}.representative`))
  for (const [n, organisation] of facts.holders.entries()) {
    const mine = facts.delegate && n === 1 ? delegateOf(person) : {}
    const duty = n === 0 ? 'chair' : 'member'
    went(await seatHolder(tx, place, { ...other(organisation), ...mine, duty, post: posts[n] ?? null }))
  }
  return place
}

const agenda = [
  {
    title: {
      uk: 'Доступ до шкіл мовами національних меншин',
      pl: 'Dostęp do szkół w językach mniejszości narodowych',
      en: 'Access to schools in languages of national minorities',
    },
    about: {},
    reporter: null,
  },
  {
    title: { uk: 'План роботи на рік', pl: 'Plan pracy na rok', en: 'Work plan for the year' },
    about: {},
    reporter: null,
  },
] as const

const motion = 'Підтримати план роботи на рік'
const minutesText =
  'Рада розглянула два питання порядку денного. План роботи прийнято голосуванням. Пропозиції щодо шкіл передано експертній раді.'

/** A session that was held, with attendance, a vote, minutes of two people and the delegate’s report; and one to come. */
async function meet(
  platform: Platform,
  umbrella: string,
  slug: string,
  place: { id: string; public: boolean },
) {
  const facts = { title: {}, endsAt: null, place: 'Київ, вул. Інститутська, 21/8' }
  const number = await as(platform, umbrella, 'coordinator', tx =>
    planSession(tx, place, { ...facts, startsAt: at(-20) }, null),
  )
  await as(platform, umbrella, 'coordinator', async tx => {
    const planned = (await findSession(tx, slug, number))!
    for (const item of agenda) await addItem(tx, planned, item)
    const sitting = planned.attendants.map(({ seat }) => seat)
    const present = new Map(
      sitting.map((seat, n) => [
        seat,
        n === 3 ? ('excused' as const) : n === 2 ? ('online' as const) : ('present' as const),
      ]),
    )
    went(await holdSession(tx, planned, { present, voting: new Set(sitting) }))
    const held = (await findSession(tx, slug, number))!
    const counts = { yes: held.present - 1, no: 0, abstain: 1, each: new Map() }
    went(
      await recordDecision(tx, held, {
        item: held.items[0]!.id,
        text: 'Доручити експертній раді підготувати пропозиції.',
        lang: 'uk',
      }),
    )
    went(await recordVote(tx, held, { ...counts, item: held.items[1]!.id, motion, rule: 'of_votes' }))
    went(await proposeMinutes(tx, held, { text: minutesText, lang: 'uk', fileId: null }))
    went(await approveMinutes(tx, held, null))
    const next = await planSession(
      tx,
      place,
      { ...facts, startsAt: at(25) },
      'https://meet.example.org/council',
    )
    const coming = (await findSession(tx, slug, next))!
    await addItem(tx, coming, agenda[0])
    went(await inviteToSession(tx, coming))
  })
  await as(platform, umbrella, 'secondCoordinator', async tx => {
    const held = (await findSession(tx, slug, number))!
    went(await approveMinutes(tx, held, null))
    went(await publishMinutes(tx, held, true))
  })
  return number
}

const report = {
  lang: 'uk',
  happened: 'Говорили про школи й план на рік. План прийнято, школами займеться експертна рада.',
  said: 'Ми просили врахувати ромські громади Одещини.',
  nextSteps: 'До наступного засідання надіслати дані від членів коаліції.',
}

async function tell(platform: Platform, umbrella: string, slug: string, number: number) {
  await as(platform, umbrella, 'representative', async tx => {
    const session = (await findSession(tx, slug, number))!
    const mine = session.attendants.find(({ own }) => own)!
    went(await reportBack(tx, { ...report, session: session.id, seat: mine.seat }))
  })
}

const call = {
  uk: 'Запрошуємо об’єднання національних меншин подавати заяви до складу ради.',
  pl: 'Zapraszamy organizacje mniejszości narodowych do zgłaszania kandydatur do rady.',
  en: 'Organisations of national minorities are invited to apply for seats in the council.',
}

/** A public council on its way: initiative group, an open call, one application. */
async function form(platform: Platform, umbrella: string, place: { id: string; public: boolean }) {
  await as(platform, umbrella, 'coordinator', async tx => {
    const { membership } = await own(tx, demoPersonId(`${umbrella}.representative`))
    const begun = await beginFormation(tx, place, {
      begunOn: today().subtract({ days: 14 }),
      ground: 'Закон України № 2827-IX, ст. 15 ч. 2',
      organisations: ['Асоціація ромських об’єднань (демо)'],
      members: membership ? [membership] : [],
    })
    if (!begun.ok) return went(begun)
    const until = today().add({ days: 30 })
    went(
      await publishCall(tx, place, begun.id, {
        callText: call,
        whoMayApply: {},
        seats: 15,
        applyUntil: until,
      }),
    )
    const facts = { membership: null, candidate: 'Особа (демо)', candidateNamed: false, statement: '' }
    went(await apply(tx, begun.id, { ...facts, organisation: 'Спілка кримськотатарських освітян (демо)' }))
  })
}

async function receive(platform: Platform) {
  await as(platform, 'ombudsman-ua', 'coordinator', async tx => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select p.id from network.posts p where p.umbrella_id = platform.current_umbrella() and p.kind = 'liaison' order by p.id limit 2`)
    for (const { id } of rows) {
      const hours = {
        uk: 'Вівторок і четвер, 10:00–16:00 (демо)',
        pl: 'Wtorek i czwartek, 10:00–16:00 (demo)',
        en: 'Tuesday and Thursday, 10:00–16:00 (demo)',
      }
      await keepReception(tx, id, { hours, address: null, phone: null, email: null })
      await noteContact(tx, id, {
        onDay: today().subtract({ days: 5 }),
        channel: 'visit',
        withWhom: 'Ромська громадська організація (демо)',
        about: 'Звернення щодо реєстрації місця проживання',
        agreed: 'Підготувати звернення до Уповноваженого',
      })
    }
  })
}

/** Councils of the texts, with invented seat holders that are labelled so. */
export async function installCouncils(platform: Platform): Promise<void> {
  for (const umbrella of ['ombudsman-ua', 'international-union'] as const) {
    for (const facts of councilsOf[umbrella]) {
      const place = await as(platform, umbrella, 'coordinator', tx => record(tx, umbrella, facts))
      if (facts.meets) {
        const number = await meet(platform, umbrella, facts.slug, place)
        if (facts.delegate) await tell(platform, umbrella, facts.slug, number)
      }
      if (facts.forms) await form(platform, umbrella, place)
    }
  }
  await receive(platform)
  await as(platform, 'ombudsman-ua', 'coordinator', proposeToCommissioner)
  await as(platform, 'international-union', 'coordinator', proposeOwnDraft)
}
