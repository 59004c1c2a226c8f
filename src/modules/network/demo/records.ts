import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { Outcome } from '#platform/refusal.ts'
import { answerAgreement } from '../actions/answer-agreement.ts'
import { postListing } from '../actions/keep-listing.ts'
import { createPost } from '../actions/keep-post.ts'
import { proposeAgreement } from '../actions/propose-agreement.ts'
import { demoMembershipId } from './install.ts'

const as = <T>(platform: Platform, person: string, work: (tx: Tx) => Promise<T>) => {
  const umbrella = demoUmbrellaId(person.split('.', 1)[0]!)
  return inScope(platform.database.request, { umbrella, account: demoPersonId(person) }, 'write', work)
}

/** A story that the program refuses is a bug of the demonstration. */
function told<T extends object>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the demonstration: ${outcome.reason}`)
  return outcome
}

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()

const document = new TextEncoder().encode(
  'Угода про співпрацю (демонстраційний документ)\n\n1. Сторони діють разом.\n',
)

async function agreement(platform: Platform): Promise<void> {
  const { id } = await as(platform, 'international-union.coordinator', async tx => {
    const { file } = told(await storeFile(tx, { name: 'uhoda-demo.txt', bytes: document }))
    return told(
      await proposeAgreement(tx, {
        membership: demoMembershipId('international-union', 'partner-law'),
        renews: null,
        as: 'umbrella',
        proposer: demoPersonId('international-union.coordinator'),
        title: {
          uk: 'Угода про безоплатну правову допомогу (демо)',
          en: 'Agreement on free legal aid (demo)',
        },
        file: file.id,
        documentPublic: true,
        signedOn: '2024-12-10',
        signedForUmbrella: 'Координація (демо)',
        signedForPartner: 'Правління (демо)',
        termFrom: '2024-12-10',
        termUntil: inDays(45),
      }),
    )
  })
  const answer = { agreement: id, answer: 'confirmed', as: 'partner', word: null } as const
  told(await as(platform, 'international-union.partner', tx => answerAgreement(tx, answer)))
}

const liaisonRegions = [
  'UA-07',
  'UA-12',
  'UA-21',
  'UA-46',
  'UA-48',
  'UA-51',
  'UA-53',
  'UA-59',
  'UA-63',
  'UA-77',
]

async function posts(platform: Platform): Promise<void> {
  const liaison = {
    uk: 'Регіональна координація зі зв’язків із громадськістю',
    pl: 'Regionalna koordynacja ds. kontaktów ze społeczeństwem',
    en: 'Regional coordinator for public relations',
  }
  await as(platform, 'ombudsman-ua.coordinator', async tx => {
    for (const region of liaisonRegions) {
      await createPost(tx, {
        kind: 'liaison',
        title: liaison,
        about: {},
        country: 'UA',
        regions: [region],
        town: null,
      })
    }
  })
  const representatives = [
    {
      regions: ['UA-51', 'UA-48', 'UA-65'],
      uk: 'Представництво на півдні',
      pl: 'Przedstawicielstwo na południu',
      en: 'Representative for the south',
    },
    {
      regions: ['UA-21', 'UA-46', 'UA-77'],
      uk: 'Представництво на заході',
      pl: 'Przedstawicielstwo na zachodzie',
      en: 'Representative for the west',
    },
    {
      regions: ['UA-63', 'UA-53'],
      uk: 'Представництво на сході',
      pl: 'Przedstawicielstwo na wschodzie',
      en: 'Representative for the east',
    },
  ]
  await as(platform, 'international-union.coordinator', async tx => {
    for (const { regions, ...title } of representatives) {
      const post = { kind: 'regional_representative', title, about: {}, country: 'UA', town: null } as const
      await createPost(tx, { ...post, regions })
    }
  })
}

async function aid(platform: Platform): Promise<void> {
  const facts = { contentLocale: 'uk', country: 'UA', region: 'UA-48', languages: ['uk'], until: inDays(60) }
  const need = {
    ...facts,
    side: 'need',
    kind: 'premises',
    title: 'Зала на сорок людей у Миколаєві, раз на місяць',
    body: 'Для спільних засідань товариств. Потрібні лише стільці й розетка.',
  } as const
  const offer = {
    ...facts,
    side: 'offer',
    kind: 'premises',
    title: 'Даємо залу в суботу після обіду',
    body: 'Перший поверх, пандус, проєктор.',
  } as const
  const membership = (key: string) => demoMembershipId('international-union', key)
  await as(platform, 'international-union.representative', async tx =>
    told(await postListing(tx, { ...need, membership: membership('union-mykolaiv') })),
  )
  await as(platform, 'international-union.coordinator', async tx =>
    told(await postListing(tx, { ...offer, membership: membership('georgian-kyiv') })),
  )
}

/** An agreement that will soon end, posts that wait for somebody, a need that an offer fits. */
export async function installRecords(platform: Platform): Promise<void> {
  await agreement(platform)
  await posts(platform)
  await aid(platform)
}
