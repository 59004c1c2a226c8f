import { sql } from 'drizzle-orm'
import { demoMembershipId } from '#modules/network/index.ts'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Platform } from '#platform/platform.ts'
import type { Outcome } from '#platform/refusal.ts'
import { advanceDecision } from '../actions/advance-decision.ts'
import { answerAmendment, proposeAmendment } from '../actions/amend.ts'
import { askMembers } from '../actions/ask-members.ts'
import { castBallot } from '../actions/cast-ballot.ts'
import { challengeMandate } from '../actions/challenge-mandate.ts'
import { confirmBallot, enterBallot } from '../actions/enter-ballot.ts'
import { publishInitiative } from '../actions/publish-initiative.ts'
import { beginDraft, translateDraft } from '../actions/save-draft.ts'
import { writeComment } from '../actions/write-comment.ts'
import { inLanguage, type TextPart } from '../initiative-text.ts'
import type { Stance } from '../schema/discussion.ts'
import { asOwner, letDaysPass } from './past.ts'
import { carryOut } from './realisations.ts'
import { fair } from './text-of-fair.ts'
import { commission, type DemoText, football, houseOfNations, tolerance } from './texts.ts'

/** Where the stories are told. */
export const slug = 'international-union'

/** Who of the cast acts for which member. */
const cast = {
  coordinator: 'georgian-kyiv',
  secondCoordinator: 'armenian-kharkiv',
  representative: 'union-mykolaiv',
  partner: 'partner-law',
} as const
export type Part = keyof typeof cast

export const membershipOf = (part: Part) => demoMembershipId(slug, cast[part])

/** Does something in the name of somebody of the cast. */
export const as = <T>(platform: Platform, part: Part, work: (tx: Tx) => Promise<T>) =>
  inScope(
    platform.database.request,
    { umbrella: demoUmbrellaId(slug), account: demoPersonId(`${slug}.${part}`) },
    'write',
    work,
  )

// A story that the program refuses is a bug of the demonstration.
export function told<T extends object>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the demonstration: ${outcome.reason}`)
  return outcome
}

const inOne = ({ texts }: DemoText, locale: string): Partial<Record<TextPart, string>> => {
  const { title, ...body } = texts
  return inLanguage({ title, body }, locale)
}

const nothingReligious = [
  {
    topic: { uk: 'Релігія та віросповідання', pl: 'Religia i wyznanie', en: 'Religion and belief' },
    touches: false,
  },
]

async function draft(platform: Platform, part: Part, text: DemoText): Promise<string> {
  return as(platform, part, async tx => {
    const { id } = told(
      await beginDraft(tx, membershipOf(part), {
        ...{ texts: inOne(text, 'uk'), authoritative: 'uk', scopeAnswers: nothingReligious },
        ...{ languages: text.languages, topics: text.topics },
      }),
    )
    told(await translateDraft(tx, id, { locale: 'en', texts: inOne(text, 'en'), state: 'checked' }))
    told(await translateDraft(tx, id, { locale: 'pl', texts: inOne(text, 'pl'), state: 'machine' }))
    return id
  })
}

async function publish(platform: Platform, part: Part, text: DemoText): Promise<string> {
  const id = await draft(platform, part, text)
  told(await as(platform, part, tx => publishInitiative(tx, id)))
  return id
}

type Words = { stance: Stance | null; body: string; parent?: string }

async function say(platform: Platform, part: Part, initiative: string, { parent, ...words }: Words) {
  const said = { initiative, membership: membershipOf(part), parent: parent ?? null, locale: 'uk', ...words }
  return told(await as(platform, part, tx => writeComment(tx, said))).id
}

async function ask(platform: Platform, part: Part, initiative: string): Promise<string> {
  await letDaysPass(platform, slug, { initiative, days: 9 })
  return told(await as(platform, part, tx => askMembers(tx, initiative))).decision
}

// Members of the demonstration without an account vote too: most have nobody in the cast.
async function votesOfOthers(platform: Platform, decision: string, yes: number, no: number): Promise<void> {
  await asOwner(platform, slug, async tx => {
    const { rows } = await tx.execute<{ elector: string }>(sql`
      select p.elector_id as elector from initiatives.positions p
      where p.decision_id = ${decision} and p.ballot_id is null order by p.elector_id limit ${yes + no}`)
    for (const [n, { elector }] of rows.entries()) {
      await tx.execute(sql`
        insert into initiatives.ballots (umbrella_id, id, decision_id, elector_id, choice, channel, cast_at)
        values (platform.current_umbrella(), ${newId()}, ${decision}, ${elector}, ${n < yes ? 'yes' : 'no'}, 'self', now())`)
    }
  })
}

async function vote(platform: Platform, part: Part, decision: string): Promise<void> {
  const ballot = { decision, membership: membershipOf(part), choice: 'yes', statement: null } as const
  told(await as(platform, part, tx => castBallot(tx, ballot)))
}

// On signed paper: the secretariat enters it with its evidence, and the member says that it is its own.
async function voteOnPaper(platform: Platform, part: Part, decision: string): Promise<void> {
  const membership = membershipOf(part)
  const paper = 'Демонстрація: «Голосуємо за. Підписано за дорученням правління».\n'
  const evidence = new File([paper], 'голос-на-папері.txt', { type: 'text/plain' })
  const entered = {
    decision,
    membership,
    choice: 'yes',
    statement: null,
    channel: 'paper',
    evidence,
  } as const
  const { id: ballot } = told(await as(platform, 'coordinator', tx => enterBallot(tx, entered)))
  told(await as(platform, part, tx => confirmBallot(tx, { ballot, decision, membership })))
}

async function doubt(platform: Platform, part: Part, voter: Part, decision: string): Promise<void> {
  const doubted = { decision, elector: membershipOf(voter), challenger: membershipOf(part), locale: 'uk' }
  const reasons =
    'У протоколі зборів, який ми маємо, названо іншу людину. Покажіть, будь ласка, чинне рішення про повноваження.'
  told(await as(platform, part, tx => challengeMandate(tx, { ...doubted, reasons })))
}

async function seal(platform: Platform, initiative: string, decision: string): Promise<void> {
  const scope = { umbrella: demoUmbrellaId(slug), account: null }
  const advance = () =>
    inScope(platform.database.request, scope, 'write', tx => advanceDecision(tx, decision))
  await letDaysPass(platform, slug, { initiative, decision, days: 1 })
  await advance()
  await letDaysPass(platform, slug, { initiative, decision, days: 3 })
  if ((await advance()) !== 'sealed') throw new Error('the demonstration: a decision was not sealed')
}

async function discussHouse(platform: Platform): Promise<void> {
  const house = await publish(platform, 'representative', houseOfNations)
  await say(platform, 'secondCoordinator', house, {
    stance: 'for',
    body: 'Недільна школа в Харкові знає, що таке переїжджати щороку. Готові поділитися розкладом і правилами користування.',
  })
  const question = await say(platform, 'coordinator', house, {
    stance: 'question',
    body: 'Хто платитиме за опалення і світло? У 2013 році розмова з містом зупинилася саме на цьому.',
  })
  await say(platform, 'representative', house, {
    stance: null,
    parent: question,
    body: 'Пропонуємо розподілити за годинами в розкладі: хто користується більше, той і платить більше.',
  })
  await say(platform, 'partner', house, {
    stance: 'for',
    body: 'Можемо безоплатно підготувати договір користування з містом.',
  })
  const amend = async (part: Part, base: number, more: Partial<Record<TextPart, string>>, reasons: string) =>
    told(
      await as(platform, part, tx =>
        proposeAmendment(tx, {
          ...{ initiative: house, membership: membershipOf(part), base, reasons },
          texts: { ...inOne(houseOfNations, 'uk'), ...more },
        }),
      ),
    ).id
  const goals = `${houseOfNations.texts.goals.uk} Будинок доступний для людей на візках.`
  const first = await amend('partner', 1, { goals }, 'Без цього половина літніх людей залишиться вдома.')
  told(
    await as(platform, 'representative', tx =>
      answerAmendment(tx, {
        ...{ initiative: house, id: first, accepted: true, locale: 'uk' },
        answer: 'Згодні, це треба закласти від початку.',
      }),
    ),
  )
  const asked =
    'Порахувати, скільки годин на тиждень потрібно вашій організації, і назвати двох людей із ключами.'
  await amend('secondCoordinator', 2, { goals, asked }, 'Одна людина може захворіти.')
  await letDaysPass(platform, slug, { initiative: house, days: 4 })
}

async function decideTolerance(platform: Platform): Promise<void> {
  const strategy = await publish(platform, 'partner', tolerance)
  await say(platform, 'representative', strategy, {
    stance: 'for',
    body: 'Миколаївська рада збере сторінки від своїх двадцяти трьох організацій.',
  })
  const decision = await ask(platform, 'partner', strategy)
  await voteOnPaper(platform, 'representative', decision)
  await vote(platform, 'secondCoordinator', decision)
  await doubt(platform, 'representative', 'secondCoordinator', decision)
  await votesOfOthers(platform, decision, 17, 3)
  await letDaysPass(platform, slug, { initiative: strategy, decision, days: 5 })
}

async function support(platform: Platform, part: Part, text: DemoText, days: number): Promise<void> {
  const initiative = await publish(platform, part, text)
  const decision = await ask(platform, part, initiative)
  await vote(platform, 'representative', decision)
  await vote(platform, part === 'coordinator' ? 'secondCoordinator' : 'coordinator', decision)
  await votesOfOthers(platform, decision, 31, 2)
  await seal(platform, initiative, decision)
  await letDaysPass(platform, slug, { initiative, decision, days })
}

/** Initiatives of the International Union in different stages: supported, being decided, discussed, a draft. */
export async function installInitiatives(platform: Platform): Promise<void> {
  await support(platform, 'coordinator', commission, 81)
  await support(platform, 'secondCoordinator', football, 20)
  await support(platform, 'representative', fair, 120)
  await carryOut(platform)
  await decideTolerance(platform)
  await discussHouse(platform)
  const club: DemoText = {
    topics: ['women', 'mental-health'],
    languages: ['uk'],
    texts: {
      title: { uk: 'Жіночий клуб: зустрічі ще у трьох областях' },
      need: { uk: 'Клуб зустрічається лише в Києві.' },
      ...{ goals: {}, beneficiaries: {}, asked: {}, plan: {} },
    },
  }
  await draft(platform, 'representative', club)
}
