import type { CommunicationKind, Direction, Ground, Resolution } from '../schema/communications.ts'
import type { ResponseForm, StepKind } from '../schema/steps.ts'

/** A step of the past: on a day, or so many days ago. */
export type DemoStep = {
  kind: StepKind
  by: 'sender' | 'officer'
  day: string | number
  text: string
  reference?: string
  form?: ResponseForm
  resolution?: Resolution
  document?: true
}

export type DemoLetter = {
  umbrella: string
  by: 'representative' | 'coordinator'
  /** By its Ukrainian name. */
  body: string
  kind: CommunicationKind
  directions: Direction[]
  title: string
  /** `uk` unless said. */
  lang?: 'pl'
  facts: string
  grounds: Ground[]
  proposals: string[]
  sent: string | number
  steps: DemoStep[]
}

export const commissioner = 'Уповноважений Верховної Ради України з прав людини'

/** Stands wherever an answer or its document was made up. */
export const invented = '(Демонстрація: цю відповідь вигадано.)'

export const law = (title: string, article: string, url: string): Ground => ({
  ...{ title, article, url },
  version: '',
  quote: '',
})

export const equality = law(
  'Конституція України',
  'стаття 24',
  'https://zakon.rada.gov.ua/laws/show/254%D0%BA/96-%D0%B2%D1%80',
)
export const discrimination = law(
  'Закон України «Про засади запобігання та протидії дискримінації в Україні»',
  'стаття 10',
  'https://zakon.rada.gov.ua/laws/show/5207-17',
)

/** What is known of 2013–2015 carries over; what came back is invented and says so. */
export const demoLetters: DemoLetter[] = [
  {
    umbrella: 'international-union',
    by: 'representative',
    body: commissioner,
    kind: 'recommendation',
    directions: ['harmonisation', 'education'],
    title: 'Недискримінація й толерантність у Національній стратегії у сфері прав людини',
    facts:
      '11 грудня 2014 року коаліція разом із партнерами провела дискусійну платформу про проєкт стратегії. Спільноти назвали, чого в ньому бракує.',
    grounds: [equality, discrimination],
    proposals: [
      'Додати до стратегії розділ про протидію ксенофобії та мові ворожнечі.',
      'Передбачити правоосвітні заходи мовами спільнот.',
    ],
    sent: '2014-12-18',
    steps: [
      { kind: 'registered', by: 'officer', day: '2014-12-19', text: '', reference: '1219/14 (демо)' },
      {
        ...{ kind: 'form_chosen', by: 'officer', day: '2014-12-26', form: 'submission', document: true },
        text: invented,
      },
      {
        ...{ kind: 'measure', by: 'officer', day: '2015-01-09' },
        text: `Пропозиції обговорено з експертною радою. ${invented}`,
      },
      {
        ...{
          kind: 'answered',
          by: 'officer',
          day: '2015-01-16',
          resolution: 'partly_granted',
          document: true,
        },
        text: `Частину пропозицій передано авторам проєкту. ${invented}`,
      },
      {
        ...{ kind: 'result', by: 'officer', day: '2015-08-26' },
        text: '25 серпня 2015 року Президент України затвердив Національну стратегію у сфері прав людини.',
      },
      {
        ...{ kind: 'closed', by: 'sender', day: '2015-09-10', resolution: 'partly_granted' },
        text: 'Протидія дискримінації стала окремим напрямом стратегії. Правоосвіти мовами спільнот у ній немає.',
      },
    ],
  },
  {
    umbrella: 'ombudsman-ua',
    by: 'representative',
    body: commissioner,
    kind: 'violation',
    directions: ['restoration', 'prevention'],
    title: 'Оголошення про оренду житла з відмовою за національною ознакою (демо)',
    facts:
      'На сайті оголошень у десятках пропозицій оренди людям відмовляють за національністю. Адміністрація сайту не відповідає на скарги. (Демонстрація: випадок вигадано.)',
    grounds: [equality, discrimination],
    proposals: ['Відкрити провадження й звернутися до власника сайту.'],
    sent: 16,
    steps: [
      { kind: 'registered', by: 'officer', day: 15, text: '', reference: '27/1 (демо)' },
      {
        ...{ kind: 'form_chosen', by: 'officer', day: 12, form: 'own_initiative', document: true },
        text: 'Відкрито провадження.',
      },
      {
        ...{ kind: 'measure', by: 'officer', day: 8 },
        text: 'До власника сайту надіслано запит про пояснення.',
      },
    ],
  },
  {
    umbrella: 'ombudsman-ua',
    by: 'coordinator',
    body: commissioner,
    kind: 'appeal',
    directions: ['education'],
    title: 'Правоосвітні зустрічі в школах прикордонних громад (демо)',
    facts: 'Учительки та учні питають, куди звертатися через образи. (Демонстрація: випадок вигадано.)',
    grounds: [equality],
    proposals: ['Провести зустрічі разом із регіональними координаторами.'],
    sent: 9,
    steps: [
      { kind: 'registered', by: 'officer', day: 8, text: '', reference: '31/2 (демо)' },
      {
        ...{ kind: 'clarification_asked', by: 'officer', day: 5 },
        text: 'Просимо назвати громади й орієнтовні дати.',
      },
    ],
  },
  {
    umbrella: 'international-union',
    by: 'representative',
    body: commissioner,
    kind: 'violation',
    directions: ['restoration'],
    title: 'Відмова у вивченні рідної мови факультативно (демо)',
    facts:
      'Батьки двадцяти дітей подали заяви, школа відмовила усно, без письмової причини. (Демонстрація: випадок вигадано.)',
    grounds: [equality],
    proposals: ['Отримати від школи письмове пояснення.', 'Нагадати громаді про її обов’язок.'],
    sent: 2,
    steps: [],
  },
]
