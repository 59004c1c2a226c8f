import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Outcome } from '#platform/refusal.ts'
import {
  type NewProposal,
  type ProposalStep,
  propose,
  type Standard,
  takeProposalStep,
} from '../actions/propose.ts'
import type { ProposalStepKind } from '../schema/proposals.ts'

type Facts = Pick<NewProposal, 'route' | 'title' | 'summary'> & {
  council?: string
  standards: Standard[]
  ago: number
}

const rada = (number: string) => `https://zakon.rada.gov.ua/laws/show/${number}`
const framework = (article: string): Standard => ({
  ...{
    kind: 'treaty',
    title: 'Рамкова конвенція про захист національних меншин',
    article,
    url: rada('995_055'),
  },
})
const discrimination: Standard = {
  ...{ kind: 'treaty', title: 'Міжнародна конвенція про ліквідацію всіх форм расової дискримінації' },
  ...{ article: 'стаття 4', url: rada('995_105') },
}

// A story that the program refuses is a bug of the demonstration.
function went<T extends object>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`proposals of the demonstration: ${outcome.reason}`)
  return outcome
}

const today = () => Temporal.Now.plainDateISO('Europe/Kyiv')

async function put(tx: Tx, { council, ago, ...facts }: Facts): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from councils.councils where umbrella_id = platform.current_umbrella() and slug = ${council ?? ''}`)
  const { number } = went(
    await propose(tx, {
      ...facts,
      ...{
        lang: 'uk',
        councilId: rows[0]?.id ?? null,
        draftActId: null,
        bodyId: null,
        topics: [],
        public: true,
      },
      preparedOn: today().subtract({ days: ago }),
    }),
  )
  const { rows: made } = await tx.execute<{ id: string }>(sql`
    select id from councils.proposals where umbrella_id = platform.current_umbrella() and number = ${number}`)
  return made[0]!.id
}

const document = (about: string) => ({
  name: 'document.txt',
  bytes: new TextEncoder().encode(`Демонстрація. Тут був би документ: ${about}\n`),
})

const take = async (
  tx: Tx,
  proposal: string,
  kind: ProposalStepKind,
  ago: number,
  more: Partial<ProposalStep> = {},
): Promise<void> => {
  went(await takeProposalStep(tx, proposal, { kind, onDay: today().subtract({ days: ago }), ...more }))
}

/** An agenda item of a session that was held, and how many days ago. */
async function itemOfHeld(tx: Tx): Promise<{ id: string; ago: number }> {
  const { rows } = await tx.execute<{ id: string; ago: number }>(sql`
    select i.id, (network.today() - (s.starts_at at time zone 'Europe/Kyiv')::date) as ago
    from councils.agenda_items i join councils.sessions s on (s.umbrella_id, s.id) = (i.umbrella_id, i.session_id)
    where i.umbrella_id = platform.current_umbrella() and s.status = 'held' order by s.starts_at, i.position limit 1`)
  return rows[0]!
}

/** Proposals of the expert councils: one that the Commissioner recommended, one that waits for a session far too long. */
export async function proposeToCommissioner(tx: Tx): Promise<void> {
  const item = await itemOfHeld(tx)
  const schools = await put(tx, {
    ...{ route: 'commissioner', council: 'expert-council-minorities', ago: item.ago + 60 },
    title: 'Навчання мовами національних меншин: зміни до законодавства про освіту (демо)',
    summary:
      'Школи відмовляють у класах і факультативах мовою меншини, бо закон не каже, скільки заяв досить і хто оплачує години.\n\nПропозиція визначає кількість заяв, строк відповіді школи й обов’язок громади. (Демонстрація: текст вигадано.)',
    standards: [framework('стаття 14')],
  })
  await take(tx, schools, 'placed', item.ago + 20, { itemId: item.id })
  await take(tx, schools, 'discussed', item.ago)
  await take(tx, schools, 'amended', item.ago, {
    text: 'Кількість заяв зменшено з десяти до семи. (Демонстрація.)',
  })
  await take(tx, schools, 'recommended', Math.max(item.ago - 14, 0), {
    file: document('рекомендація Уповноваженого'),
  })
  await put(tx, {
    ...{ route: 'commissioner', council: 'expert-council-discrimination', ago: 280 },
    title: 'Мотиви нетерпимості в Кримінальному кодексі: повний перелік ознак (демо)',
    summary:
      'Злочини з мотивів нетерпимості кваліфікують як хуліганство, бо перелік ознак у законі неповний. (Демонстрація: текст вигадано.)',
    standards: [discrimination, framework('стаття 6')],
  })
}

/** The coalition's own draft act, which a public council approved and which has waited for an answer since. */
export async function proposeOwnDraft(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ id: string; ago: number }>(sql`
    select id, network.today() - sent_on as ago from authorities.communications
    where umbrella_id = platform.current_umbrella() and kind = 'draft_act' and sent_on is not null order by number limit 1`)
  const [letter] = rows
  if (!letter) return
  const commission = await put(tx, {
    ...{ route: 'coalition', ago: letter.ago + 120 },
    title: 'Положення про міжвідомчу комісію з питань боротьби з ксенофобією',
    summary:
      'Органи влади, яких стосується протидія ксенофобії, не мають спільного місця, де вони домовлялися б про дії. Коаліція підготувала проєкт положення про міжвідомчу комісію. (Дати погодження в демонстрації вигадано.)',
    standards: [discrimination],
  })
  await take(tx, commission, 'approved', letter.ago + 40, { file: document('рішення громадської ради') })
  await take(tx, commission, 'submitted', letter.ago, { communicationId: letter.id })
}
