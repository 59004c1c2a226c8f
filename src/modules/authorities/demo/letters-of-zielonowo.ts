import { type DemoLetter, law } from './answered-letters.ts'
import { answered, closed, registered, type Told } from './told.ts'

const kpa = law(
  'Kodeks postępowania administracyjnego',
  'art. 244',
  'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU19600300168',
)
const access = law(
  'Ustawa o dostępie do informacji publicznej',
  'art. 13',
  'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20011121198',
)
const minoritiesPl = law(
  'Ustawa o mniejszościach narodowych i etnicznych oraz o języku regionalnym',
  'art. 17',
  'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20050170141',
)

const inZielonowo = (told: Told): DemoLetter => ({
  ...{
    umbrella: 'lublin-bialystok',
    by: 'representative',
    kind: 'appeal',
    directions: ['prevention'],
    lang: 'pl',
  },
  body: 'Міська управа Зеленова (демо)',
  ...told,
})

/** Of a town that does not exist, in Polish. */
export const ofZielonowo: DemoLetter[] = [
  inZielonowo({
    title: 'Kolejki dla cudzoziemców w urzędzie: rezerwacja tylko po polsku (demo)',
    facts:
      'Formularz rezerwacji działa tylko po polsku, a pomocy na miejscu nie ma. (Wersja pokazowa: zdarzenie zmyślone.)',
    grounds: [kpa],
    proposals: ['Dodać wersję ukraińską i angielską.', 'Wyznaczyć dyżur osoby znającej język ukraiński.'],
    sent: 120,
    steps: [
      registered({ by: 'sender', register: 119, reference: 'OR.1510.4' }),
      {
        ...answered('sender', 97, 'granted', ''),
        text: 'Formularz ma trzy języki. (Wersja pokazowa: odpowiedź zmyślona.)',
      },
      closed(90, 'granted', 'Sprawdziliśmy: działa.'),
    ],
  }),
  inZielonowo({
    ...{ title: 'Ile umów na tłumaczenia zawarł urząd w tym roku (demo)', kind: 'information_request' },
    facts: 'Prosimy o wykaz umów, języki i kwoty.',
    grounds: [access],
    proposals: [],
    sent: 40,
    steps: [],
  }),
  inZielonowo({
    ...{
      title: 'Czytanki po łemkowsku w bibliotece (demo)',
      kind: 'recommendation',
      directions: ['education'],
    },
    facts:
      'W bibliotece nie ma ani jednej książki w językach mniejszości gminy. (Wersja pokazowa: zdarzenie zmyślone.)',
    grounds: [minoritiesPl],
    proposals: ['Kupić książki i urządzić półkę języków.'],
    sent: 12,
    steps: [registered({ by: 'sender', register: 11, reference: 'OR.1510.9' })],
  }),
]
