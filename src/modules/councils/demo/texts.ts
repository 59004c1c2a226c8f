import type { Localised } from '#platform/i18n/index.ts'
import type { CouncilKind } from '../schema/councils.ts'

/** A council of the demonstration: the institution is real, its seat holders are invented. */
export type DemoCouncil = {
  slug: string
  kind: CouncilKind
  name: Localised
  about?: Localised
  field?: Localised
  rules?: Localised
  founded?: string
  nominates?: string
  seats: readonly string[]
  holders: readonly string[]
  /** The coalition sits there. */
  delegate?: boolean
  meets?: boolean
  forms?: boolean
}

const demo = [
  'Правозахисна організація (демо)',
  'Об’єднання меншин (демо)',
  'Юридична клініка (демо)',
  'Жіноча організація (демо)',
]

const principles = {
  uk: 'Принципи взаємодії Уповноваженого з прав людини з неурядовими організаціями',
  pl: 'Zasady współdziałania Pełnomocnika z organizacjami pozarządowymi',
  en: 'Principles of Interaction between the Commissioner and non-governmental organisations',
}

const seatsFor = (uk: string, count: number) => Array.from({ length: count }, (_, n) => `${uk} ${n + 1}`)

const expert = (slug: string, field: { uk: string; pl: string; en: string }): DemoCouncil => ({
  slug,
  kind: 'expert_council',
  name: {
    uk: `Експертна рада: ${field.uk}`,
    pl: `Rada ekspercka: ${field.pl}`,
    en: `Expert council: ${field.en}`,
  },
  field,
  seats: seatsFor('Місце', 5),
  holders: demo,
})

/** What texts 000 and 001 tell, by umbrella. */
export const councilsOf: Record<'ombudsman-ua' | 'international-union', readonly DemoCouncil[]> = {
  'ombudsman-ua': [
    {
      slug: 'advisory-council',
      kind: 'advisory_council',
      name: {
        uk: 'Консультативна рада при Уповноваженому з прав людини',
        pl: 'Rada Konsultacyjna przy Pełnomocniku ds. Praw Człowieka',
        en: 'Advisory Council to the Commissioner for Human Rights',
      },
      about: {
        uk: 'Обговорює з Уповноваженим пропозиції експертних рад і затвердила Принципи взаємодії.',
        pl: 'Omawia z Pełnomocnikiem propozycje rad eksperckich; przyjęła Zasady współdziałania.',
        en: 'Discusses with the Commissioner what the expert councils propose; it adopted the Principles of Interaction.',
      },
      rules: principles,
      nominates: 'Громадські організації, що взаємодіють з Уповноваженим',
      seats: seatsFor('Місце', 5),
      holders: demo,
      delegate: true,
      meets: true,
    },
    expert('expert-council-minorities', {
      uk: 'права національних меншин',
      pl: 'prawa mniejszości narodowych',
      en: 'rights of national minorities',
    }),
    expert('expert-council-discrimination', {
      uk: 'запобігання дискримінації',
      pl: 'przeciwdziałanie dyskryminacji',
      en: 'prevention of discrimination',
    }),
    {
      slug: 'council-of-public-associations',
      kind: 'public_council',
      name: {
        uk: 'Рада громадських об’єднань національних меншин (спільнот) при ДЕСС',
        pl: 'Rada organizacji mniejszości narodowych przy Państwowej Służbie ds. Etnopolityki i Wolności Sumienia',
        en: 'Council of Public Associations of National Minorities at the State Service for Ethnic Affairs',
      },
      about: {
        uk: 'Дорадчий орган за ч. 2 ст. 15 Закону України № 2827-IX «Про національні меншини (спільноти) України».',
        pl: 'Organ doradczy na podstawie art. 15 ust. 2 ustawy Ukrainy nr 2827-IX o mniejszościach narodowych (wspólnotach) Ukrainy.',
        en: 'An advisory body under Article 15(2) of the Law of Ukraine No. 2827-IX on National Minorities (Communities).',
      },
      nominates: 'Громадські об’єднання національних меншин',
      seats: [],
      holders: [],
      forms: true,
    },
  ],
  'international-union': [
    {
      slug: 'public-council-culture',
      kind: 'public_council',
      name: {
        uk: 'Громадська рада при Міністерстві культури України',
        pl: 'Rada społeczna przy Ministerstwie Kultury Ukrainy',
        en: 'Public Council at the Ministry of Culture of Ukraine',
      },
      about: {
        uk: 'Рада схвалила ініційований Союзом проєкт постанови про міжвідомчу комісію з питань боротьби з ксенофобією, расизмом та національною нетерпимістю.',
        pl: 'Rada zatwierdziła zainicjowany przez Związek Międzynarodowy projekt uchwały o międzyresortowej komisji do walki z ksenofobią, rasizmem i nietolerancją narodową.',
        en: 'The council approved the Union’s draft resolution on an interagency commission against xenophobia, racism and national intolerance.',
      },
      seats: seatsFor('Місце', 5),
      holders: demo,
      delegate: true,
      meets: true,
      forms: true,
    },
    {
      slug: 'commission-interethnic-relations',
      kind: 'commission',
      name: {
        uk: 'Комісія з міжнаціональних відносин Громадської ради при Міністерстві культури',
        pl: 'Komisja ds. stosunków międzynarodowościowych Rady społecznej przy Ministerstwie Kultury',
        en: 'Commission on Interethnic Relations of the Public Council at the Ministry of Culture',
      },
      seats: seatsFor('Місце', 3),
      holders: demo.slice(0, 2),
      delegate: true,
    },
    {
      slug: 'public-council-justice',
      kind: 'public_council',
      name: {
        uk: 'Громадська рада при Міністерстві юстиції України',
        pl: 'Rada społeczna przy Ministerstwie Sprawiedliwości Ukrainy',
        en: 'Public Council at the Ministry of Justice of Ukraine',
      },
      about: {
        uk: 'У травні 2015 року експерти Союзу ввійшли до ініціативної групи з підготовки установчих зборів; новий склад обрано 28 серпня 2015 року.',
        pl: 'W maju 2015 r. eksperci Związku Międzynarodowego weszli do grupy inicjatywnej przygotowującej zebranie założycielskie; nowy skład wybrano 28 sierpnia 2015 r.',
        en: 'In May 2015 experts of the Union joined the initiative group that prepared the founding assembly; the new composition was elected on 28 August 2015.',
      },
      founded: '2015-08-28',
      seats: [],
      holders: [],
    },
    {
      slug: 'supervisory-board-broadcaster',
      kind: 'supervisory_board',
      name: {
        uk: 'Наглядова рада Національної суспільної телерадіокомпанії України',
        pl: 'Rada nadzorcza Narodowej Publicznej Spółki Telewizji i Radia Ukrainy',
        en: 'Supervisory Board of the National Public Broadcasting Company of Ukraine',
      },
      field: {
        uk: 'захист прав національних меншин',
        pl: 'ochrona praw mniejszości narodowych',
        en: 'protection of the rights of national minorities',
      },
      nominates: 'Громадські організації у сфері прав національних меншин',
      seats: ['Представництво у сфері прав національних меншин'],
      holders: [],
    },
  ],
}
