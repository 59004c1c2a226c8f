import {
  commissioner,
  type DemoLetter,
  type DemoStep,
  discrimination,
  equality,
  invented,
  law,
} from './answered-letters.ts'
import { ofZielonowo } from './letters-of-zielonowo.ts'
import { answered, closed, registered, type Told } from './told.ts'

const appeals = law(
  'Закон України «Про звернення громадян»',
  'стаття 20',
  'https://zakon.rada.gov.ua/laws/show/393/96-%D0%B2%D1%80',
)
const information = law(
  'Закон України «Про доступ до публічної інформації»',
  'стаття 20',
  'https://zakon.rada.gov.ua/laws/show/2939-17',
)
const minorities = law(
  'Закон України «Про національні меншини (спільноти) України»',
  'стаття 10',
  'https://zakon.rada.gov.ua/laws/show/2827-20',
)
const schooling = law('Закон України «Про освіту»', 'стаття 7', 'https://zakon.rada.gov.ua/laws/show/2145-19')
const toCommissioner = (told: Told): DemoLetter => ({
  ...{ umbrella: 'ombudsman-ua', by: 'representative', kind: 'violation', directions: ['restoration'] },
  body: commissioner,
  ...told,
})

const inPryozersk = (body: string, told: Told): DemoLetter => ({
  ...toCommissioner(told),
  body: `${body} (демо)`,
})

const chosen = (day: number, form: DemoStep['form'], text: string): DemoStep => ({
  ...{ kind: 'form_chosen', by: 'officer', day, form: form!, document: true },
  text: `${text} ${invented}`,
})

const made = ' (Демонстрація: випадок вигадано.)'

const ofCommissioner: DemoLetter[] = [
  toCommissioner({
    title: 'Перепустка на ринок лише «для своїх»: відмова ромським родинам (демо)',
    facts: `Адміністрація ринку вимагала довідку про місце проживання лише від ромських родин і три місяці не давала їм торгових місць.${made}`,
    grounds: [equality, discrimination],
    proposals: ['Відкрити провадження.', 'Запитати в адміністрації ринку, скількох людей вона не пустила.'],
    sent: 412,
    steps: [
      registered({ by: 'officer', register: 410, reference: '3/118' }),
      chosen(402, 'own_initiative', 'Відкрито провадження.'),
      {
        kind: 'measure',
        by: 'officer',
        day: 395,
        text: `Регіональна координація виїздила на ринок. ${invented}`,
      },
      answered('officer', 386, 'granted', 'Порушення підтверджено, адміністрації внесено подання.'),
      {
        kind: 'result',
        by: 'officer',
        day: 361,
        text: `Вимогу скасовано, сім родин отримали місця. ${invented}`,
      },
      closed(355, 'granted', 'Родини торгують. Дякуємо за виїзд на місце.'),
    ],
  }),
  toCommissioner({
    ...{
      title: 'Анкета лікарні з питанням про національність (демо)',
      kind: 'appeal',
      directions: ['harmonisation'],
    },
    facts: `У приймальному відділенні питають національність і записують її до картки.${made}`,
    grounds: [equality, discrimination],
    proposals: ['Роз’яснити лікарні, що такі дані збирати не можна.'],
    sent: 340,
    steps: [
      registered({ by: 'officer', register: 338, reference: '3/402' }),
      chosen(331, 'explanation_request', 'Лікарні надіслано вимогу надати пояснення.'),
      answered('officer', 314, 'granted', 'Лікарня вилучила питання з анкети.'),
      closed(310, 'granted', 'Нову анкету бачили: питання немає.'),
    ],
  }),
  toCommissioner({
    ...{
      title: 'Двомовні вивіски спільнот: як застосовувати закон (демо)',
      kind: 'expert_opinion',
      by: 'coordinator',
    },
    directions: ['harmonisation', 'education'],
    facts: `Громади по-різному розуміють, коли вивіска мовою спільноти дозволена.${made}`,
    grounds: [minorities],
    proposals: ['Видати роз’яснення для громад.', 'Розмістити зразки вивісок.'],
    sent: 268,
    steps: [
      registered({ by: 'officer', register: 265, reference: '4/77' }),
      chosen(255, 'consultation', 'Питання передано експертній раді.'),
      answered('officer', 242, 'partly_granted', 'Роз’яснення готують разом із профільним міністерством.'),
    ],
  }),
  toCommissioner({
    title: 'Прізвище родини перекручено в документах після обміну (демо)',
    facts: `Угорське прізвище записано трьома способами в документах батька, матері й дитини.${made}`,
    grounds: [equality, minorities],
    proposals: ['Звернутися до міграційної служби.'],
    sent: 205,
    steps: [
      registered({ by: 'officer', register: 203, reference: '4/240' }),
      chosen(190, 'reasoned_refusal', 'Питання вирішує суд; роз’яснено порядок.'),
      answered('officer', 188, 'explained', 'Роз’яснено, як змінити запис і куди подати позов.'),
      closed(180, 'explained', 'Родина звернулася по допомогу до юристів коаліції.'),
    ],
  }),
  toCommissioner({
    ...{ title: 'Скільки проваджень про мову ворожнечі відкрито за рік (демо)', kind: 'information_request' },
    ...{ by: 'coordinator', directions: ['prevention'] },
    facts: 'Просимо повідомити кількість проваджень за областями та їхні результати.',
    grounds: [information],
    proposals: [],
    sent: 96,
    steps: [
      registered({ by: 'officer', register: 95, reference: '5/12' }),
      answered('officer', 91, 'granted', 'Таблиця додається.'),
      closed(88, 'granted', 'Дані внесено до огляду коаліції.'),
    ],
  }),
  toCommissioner({
    title: 'Охоронець супермаркету не пускав студентів-іноземців (демо)',
    facts: `Двічі за тиждень охоронець зупиняв лише студентів з Африки.${made}`,
    grounds: [equality, discrimination],
    proposals: ['Вимагати пояснень від мережі магазинів.', 'Провести навчання для охорони.'],
    sent: 74,
    steps: [
      registered({ by: 'officer', register: 72, reference: '5/61' }),
      chosen(66, 'submission', 'Внесено подання мережі магазинів.'),
      answered('officer', 51, 'granted', 'Мережа вибачилася й замовила навчання.'),
      { kind: 'result', by: 'officer', day: 30, text: `Навчання пройшли 40 охоронців. ${invented}` },
    ],
  }),
]

const ofPryozersk: DemoLetter[] = [
  inPryozersk('Приозерська міська рада', {
    ...{ title: 'Вода й дорога до ромського кварталу (демо)', kind: 'appeal', directions: ['restoration'] },
    facts: `Сорок хат без водогону, швидка не може проїхати.${made}`,
    grounds: [appeals, equality],
    proposals: ['Внести водогін до програми на наступний рік.', 'Засипати дорогу до зими.'],
    sent: 300,
    steps: [
      registered({ by: 'sender', register: 297, reference: '01-12/55' }),
      answered('sender', 252, 'partly_granted', 'Дорогу засиплють, про водогін рішення немає.'),
      closed(170, 'partly_granted', 'Дорогу засипано. Про водогін пишемо знову.'),
    ],
  }),
  inPryozersk('Управління освіти Приозерська', {
    ...{
      title: 'Болгарська мова в недільній школі: приміщення (демо)',
      kind: 'recommendation',
      directions: ['education'],
    },
    facts: `Двадцять троє дітей чекають; школа дає клас, якщо дозволить управління.${made}`,
    grounds: [schooling, minorities],
    proposals: ['Дозволити користуватися класом у вихідні.'],
    sent: 150,
    steps: [
      registered({ by: 'sender', register: 148, reference: '02-08/19' }),
      answered('sender', 131, 'granted', 'Дозвіл надано до кінця навчального року.'),
      closed(125, 'granted', 'Школа працює з вересня.'),
    ],
  }),
  inPryozersk('Управління поліції в Приозерську', {
    title: 'Написи на культурному центрі спільноти: мотив не записано (демо)',
    facts: `Заяву прийнято як про хуліганство, про мотив нетерпимості не запитали.${made}`,
    grounds: [
      law('Кримінальний кодекс України', 'стаття 161', 'https://zakon.rada.gov.ua/laws/show/2341-14'),
      equality,
    ],
    proposals: ['Внести мотив до реєстру.', 'Повідомити, хто веде справу.'],
    sent: 68,
    steps: [registered({ by: 'sender', register: 66, reference: '77/3' })],
  }),
]

/** A year and a half of a register that somebody would want to read: granted, explained, half done, late, still open. */
export const toldLetters: DemoLetter[] = [...ofCommissioner, ...ofPryozersk, ...ofZielonowo]
